import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AlertDeliveryFilter, AlertDeliveryRowFragment } from '@/gql/graphql';

/** A page of what was to be delivered and, with the first one, the destinations to choose from. */
export const deliveries = graphql(`
  query AlertDeliveries($filter: AlertDeliveryFilter, $after: String, $first: Boolean!) {
    organization {
      id
      alertDeliveries(filter: $filter, first: 50, after: $after) {
        nodes {
          ...AlertDeliveryRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      alertDestinations(first: 100) @include(if: $first) {
        nodes {
          id
          name
        }
      }
    }
  }

  fragment AlertDeliveryRow on AlertDelivery {
    id
    alert {
      id
      rule
      message
    }
    destination {
      id
    }
    destinationName
    occasion
    replayOf
    status
    attempts
    nextAttemptAt
    attemptedAt
    responseCode
    error
    createdAt
  }
`);

/** A delivery as the page shows it. */
export type Delivery = AlertDeliveryRowFragment;

// An empty list names no delivery, yet a replay changes it.
const context = { additionalTypenames: ['AlertDelivery'] };

/** Asks for the newest deliveries that fit; asked again when one has been made. */
export function useDeliveries(filter: AlertDeliveryFilter) {
  return useQuery({
    query: deliveries,
    variables: { filter, after: null, first: true },
    requestPolicy: 'cache-and-network',
    context,
  });
}
