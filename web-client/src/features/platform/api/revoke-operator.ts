import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { RevokeOperatorInput } from '@/gql/graphql';

const revokeOperator = graphql(`
  mutation RevokeOperator($input: RevokeOperatorInput!) {
    revokeOperator(input: $input) {
      user {
        id
      }
    }
  }
`);

export async function sendRevocation(client: Client, input: RevokeOperatorInput) {
  const { error } = await client.mutation(revokeOperator, { input }).toPromise();
  return { row: error === undefined ? null : undefined, error };
}
