import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ModelFilter, ModelRowFragment } from '@/gql/graphql';

/** A page of the catalogue, and the providers to choose from. */
export const models = graphql(`
  query Models($filter: ModelFilter, $after: String, $providers: Boolean!) {
    models(filter: $filter, first: 50, after: $after) {
      nodes {
        ...ModelRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    providers(first: 100) @include(if: $providers) {
      nodes {
        name
        label
      }
    }
  }

  fragment ModelRow on Model {
    id
    provider
    name
    family
    type
    capabilities
    contextWindow
    maxOutputTokens
    price {
      negotiated
      inputPerMillion
      outputPerMillion
      cacheReadPerMillion
    }
  }
`);

/** A model as the page shows it. */
export type Model = ModelRowFragment;

// A list that names no model is changed by an own price too.
const context = { additionalTypenames: ['Model'] };

/** Asks for the first models that fit; they are asked for again when a price has changed. */
export function useModels(filter: ModelFilter | null) {
  return useQuery({
    query: models,
    variables: { filter, after: null, providers: true },
    requestPolicy: 'cache-and-network',
    context,
  });
}
