import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AlertFilter, AlertRowFragment } from '@/gql/graphql';

/** A page of the organization's alerts. */
export const alerts = graphql(`
  query Alerts($filter: AlertFilter, $after: String) {
    organization {
      id
      alerts(filter: $filter, first: 50, after: $after) {
        nodes {
          ...AlertRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }

  fragment AlertRow on Alert {
    id
    rule
    severity
    message
    raisedAt
    status
    resolvedAt
    ending
  }
`);

/** An alert as the page shows it. */
export type Alert = AlertRowFragment;

// An empty list names no alert, yet one that is raised changes it.
const context = { additionalTypenames: ['Alert'] };

/** Asks for the newest alerts that fit; asked again when one has changed. */
export function useAlerts(filter: AlertFilter) {
  return useQuery({
    query: alerts,
    variables: { filter, after: null },
    requestPolicy: 'cache-and-network',
    context,
  });
}
