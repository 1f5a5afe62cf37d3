import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { UpdateProviderCredentialInput } from '@/gql/graphql';

const updateCredential = graphql(`
  mutation UpdateProviderCredential($input: UpdateProviderCredentialInput!) {
    updateProviderCredential(input: $input) {
      providerCredential {
        ...CredentialRow
      }
    }
  }
`);

const validateCredential = graphql(`
  mutation ValidateProviderCredential($input: ValidateProviderCredentialInput!) {
    validateProviderCredential(input: $input) {
      providerCredential {
        ...CredentialRow
      }
    }
  }
`);

const removeCredential = graphql(`
  mutation RemoveProviderCredential($input: RemoveProviderCredentialInput!) {
    removeProviderCredential(input: $input) {
      removedProviderCredentialId
    }
  }
`);

// When somebody else was faster, what they made of it is asked for too; and what is gone is named by no answer.
const context = { additionalTypenames: ['ProviderCredential'] };

/** Changes a credential's budget, source or status. */
export async function sendUpdate(client: Client, input: UpdateProviderCredentialInput) {
  const { data, error } = await client.mutation(updateCredential, { input }, context).toPromise();
  return { row: data?.updateProviderCredential.providerCredential, error };
}

/** Lets the provider be asked whether it still accepts the secret. */
export async function sendValidation(client: Client, id: string) {
  const { data, error } = await client.mutation(validateCredential, { input: { id } }, context).toPromise();
  return { row: data?.validateProviderCredential.providerCredential, error };
}

/** Removes a credential with its secrets. */
export async function sendRemoval(client: Client, id: string, reason: string) {
  const input = { id, ...(reason === '' ? {} : { reason }) };
  const { error } = await client.mutation(removeCredential, { input }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}
