import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ModelFilter, ModelRowFragment } from '@/gql/graphql';

/** A page of the catalogue, the providers to choose from, and what was called lately without a known price. */
export const models = graphql(`
  query Models($filter: ModelFilter, $after: String, $providers: Boolean!, $unpriced: Boolean!) {
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
    organization @include(if: $unpriced) {
      id
      usage(range: { last: "P30D" }) {
        breakdown(by: [PROVIDER, MODEL], orderBy: UNPRICED_REQUESTS, first: 20) {
          rows {
            nodes {
              keys {
                value
              }
              metrics {
                unpricedRequests
              }
            }
          }
        }
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

/** Asks for the first models that fit, and for what has no price where the viewer may see usage; they are asked for again when a price has changed. */
export function useModels(filter: ModelFilter | null, unpriced: boolean) {
  return useQuery({
    query: models,
    variables: { filter, after: null, providers: true, unpriced },
    requestPolicy: 'cache-and-network',
    context,
  });
}
