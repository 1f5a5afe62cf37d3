import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { QuotaFilter, QuotaRowFragment } from '@/gql/graphql';

/** A page of the organization's quotas that fit. */
export const quotas = graphql(`
  query Quotas($filter: QuotaFilter, $after: String) {
    organization {
      id
      quotas(filter: $filter, first: 50, after: $after) {
        nodes {
          ...QuotaRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }

  fragment QuotaRow on Quota {
    id
    name
    scope {
      type
      value
      keyName
    }
    limits {
      ...Limits
    }
    override {
      limits {
        ...Limits
      }
      expiresAt
      reason
    }
    period
    resetDay
    resetHour
    mode
    warningPercent
    criticalPercent
    failOpen
    rate {
      perSecond
      perMinute
      burst
    }
    version
    utilization {
      status
      usedPercent
      projectedPercent
      periodStart
      periodEnd
      limits {
        metric
        limit
        used
        reserved
        usedPercent
        projected
      }
    }
  }

  fragment Limits on QuotaLimits {
    totalTokens
    inputTokens
    outputTokens
    requests
    cost
  }
`);

/** A quota as the page shows it. */
export type Quota = QuotaRowFragment;

/** The use of one limit. */
export type Use = Quota['utilization']['limits'][number];

/** How much may be used; null is no limit. */
export type Limits = Quota['limits'];

// An empty list names no quota, yet a new one changes it.
const context = { additionalTypenames: ['Quota'] };

/** Asks for the first quotas that fit; they are asked for again when one has changed. */
export function useQuotas(filter: QuotaFilter | null) {
  return useQuery({
    query: quotas,
    variables: { filter, after: null },
    requestPolicy: 'cache-and-network',
    context,
  });
}
