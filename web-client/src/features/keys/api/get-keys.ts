import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ApiKeysQuery } from '@/gql/graphql';

/** A page of the organization's keys and, with the first one, who is asking. */
export const apiKeys = graphql(`
  query ApiKeys($after: String, $first: Boolean!, $usage: Boolean!) {
    viewer @include(if: $first) {
      user {
        id
      }
    }
    organization {
      id
      apiKeys(first: 50, after: $after) {
        nodes {
          ...KeyRow
          usage @include(if: $usage) {
            requests
            cost
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }

  fragment KeyRow on ApiKey {
    id
    name
    owner {
      id
      name
    }
    prefix
    scopes
    createdAt
    lastUsedAt
    rotatedAt
    expiresAt
    revokedAt
  }
`);

/** A key as the page shows it. */
export type Key = ApiKeysQuery['organization']['apiKeys']['nodes'][number];

// An empty list names no key, yet a new key changes it.
const context = { additionalTypenames: ['ApiKey'] };

/** Asks for the newest keys, with what was used with them where the viewer may see it; asked again when one has changed. */
export function useKeys(usage: boolean) {
  return useQuery({
    query: apiKeys,
    variables: { after: null, first: true, usage },
    requestPolicy: 'cache-and-network',
    context,
  });
}
