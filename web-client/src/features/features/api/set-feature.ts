import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { SetFeatureInput } from '@/gql/graphql';

const setFeature = graphql(`
  mutation SetFeature($input: SetFeatureInput!) {
    setFeature(input: $input) {
      feature {
        ...FeatureRow
      }
    }
  }
`);

// When somebody else was faster, what they made of it is asked for too.
const context = { additionalTypenames: ['Feature'] };

/** Changes a feature, or declares it. */
export async function sendFeature(client: Client, input: SetFeatureInput) {
  const { data, error } = await client.mutation(setFeature, { input }, context).toPromise();
  return { row: data?.setFeature.feature, error };
}
