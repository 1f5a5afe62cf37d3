import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AlertDestinationRowFragment } from '@/gql/graphql';

/** A page of where alerts are delivered to. */
export const destinations = graphql(`
  query AlertDestinations($after: String) {
    organization {
      id
      alertDestinations(first: 50, after: $after) {
        nodes {
          ...AlertDestinationRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }

  fragment AlertDestinationRow on AlertDestination {
    id
    name
    kind
    address
    version
    createdAt
  }
`);

/** A destination as the page shows it. */
export type Destination = AlertDestinationRowFragment;

// An empty list names no destination, yet a new one changes it.
const context = { additionalTypenames: ['AlertDestination'] };

/** Asks for the first destinations; asked again when one has changed. */
export function useDestinations() {
  return useQuery({
    query: destinations,
    variables: { after: null },
    requestPolicy: 'cache-and-network',
    context,
  });
}
