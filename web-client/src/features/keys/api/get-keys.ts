import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { KeyRowFragment } from '@/gql/graphql';

/** A page of the organization's keys. */
export const apiKeys = graphql(`
  query ApiKeys($after: String) {
    organization {
      id
      apiKeys(first: 50, after: $after) {
        nodes {
          ...KeyRow
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
    prefix
    scopes
    createdAt
    expiresAt
    revokedAt
  }
`);

/** A key as the page shows it. */
export type Key = KeyRowFragment;

// An empty list names no key, yet a new key changes it.
const context = { additionalTypenames: ['ApiKey'] };

/** Asks for the newest keys; they are asked for again when one has changed. */
export function useKeys() {
  return useQuery({
    query: apiKeys,
    variables: { after: null },
    requestPolicy: 'cache-and-network',
    context,
  });
}
