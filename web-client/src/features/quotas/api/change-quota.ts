import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { OverrideQuotaInput, UpdateQuotaInput } from '@/gql/graphql';

const updateQuota = graphql(`
  mutation UpdateQuota($input: UpdateQuotaInput!) {
    updateQuota(input: $input) {
      quota {
        ...QuotaRow
      }
    }
  }
`);

const overrideQuota = graphql(`
  mutation OverrideQuota($input: OverrideQuotaInput!) {
    overrideQuota(input: $input) {
      quota {
        ...QuotaRow
      }
    }
  }
`);

const deleteQuota = graphql(`
  mutation DeleteQuota($input: DeleteQuotaInput!) {
    deleteQuota(input: $input) {
      deletedQuotaId
    }
  }
`);

// When somebody else was faster, what they made of it is asked for too; and what is gone is named by no answer.
const context = { additionalTypenames: ['Quota'] };

/** Changes a quota. */
export async function sendUpdate(client: Client, input: UpdateQuotaInput) {
  const { data, error } = await client.mutation(updateQuota, { input }, context).toPromise();
  return { row: data?.updateQuota.quota, error };
}

/** Puts limits in place of a quota's own for a while, or takes them away. */
export async function sendOverride(client: Client, input: OverrideQuotaInput) {
  const { data, error } = await client.mutation(overrideQuota, { input }, context).toPromise();
  return { row: data?.overrideQuota.quota, error };
}

/** Takes a quota away. */
export async function sendDeletion(client: Client, id: string, reason: string) {
  const input = { id, ...(reason === '' ? {} : { reason }) };
  const { error } = await client.mutation(deleteQuota, { input }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}
