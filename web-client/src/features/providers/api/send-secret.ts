import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { AddProviderCredentialInput, RotateProviderCredentialInput } from '@/gql/graphql';

const addCredential = graphql(`
  mutation AddProviderCredential($input: AddProviderCredentialInput!) {
    addProviderCredential(input: $input) {
      providerCredential {
        ...CredentialRow
      }
    }
  }
`);

const rotateCredential = graphql(`
  mutation RotateProviderCredential($input: RotateProviderCredentialInput!) {
    rotateProviderCredential(input: $input) {
      providerCredential {
        ...CredentialRow
      }
    }
  }
`);

const context = { additionalTypenames: ['ProviderCredential'] };

// Not by `useMutation`, whose state keeps what was sent, and with that the secret.

/** Adds a credential, once the provider has accepted its secret; answers why not when it was not added. */
export async function sendNew(client: Client, input: AddProviderCredentialInput) {
  return (await client.mutation(addCredential, { input }, context).toPromise()).error;
}

/** Gives a credential another secret, once the provider has accepted it; answers why not when it got none. */
export async function sendRotation(client: Client, input: RotateProviderCredentialInput) {
  return (await client.mutation(rotateCredential, { input }, context).toPromise()).error;
}
