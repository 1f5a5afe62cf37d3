import type { Client } from 'urql';
import { graphql } from '@/gql';

const resolveAlert = graphql(`
  mutation ResolveAlert($input: ResolveAlertInput!) {
    resolveAlert(input: $input) {
      alert {
        ...AlertRow
      }
    }
  }
`);

const context = { additionalTypenames: ['Alert'] };

/** Ends an alert by hand. */
export async function sendResolution(client: Client, id: string, reason: string) {
  const input = { id, ...(reason === '' ? {} : { reason }) };
  const { data, error } = await client.mutation(resolveAlert, { input }, context).toPromise();
  return { row: data?.resolveAlert.alert, error };
}
