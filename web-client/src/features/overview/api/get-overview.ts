import { useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { OverviewQuery, OverviewQueryVariables } from '@/gql/graphql';
import { toUsageFilter } from '../model/filters';
import { toTimeRange } from '../model/period';
import type { View } from '../model/view';

// The whole page is one request, so that all its numbers come from one snapshot. What costs the server extra
// (sketches for latency and users, the single calls) is asked for only where it is shown.
const overview = graphql(`
  query Overview(
    $range: TimeRange!
    $filter: UsageFilter
    $metric: UsageMetric!
    $latencyTrend: Boolean!
    $userTrend: Boolean!
    $by: [UsageDimension!]!
    $orderBy: UsageMetric!
    $direction: SortDirection!
    $rows: Int!
    $calls: Boolean!
    $apiKeyNames: Boolean!
  ) {
    organization {
      id
      usage(range: $range, filter: $filter) {
        range {
          from
          to
          timeZone
        }
        freshness {
          committedThrough
          lagMs
        }
        liveCursor
        comparison(to: PREVIOUS_PERIOD) {
          baseline {
            from
            to
          }
          TOTAL_TOKENS: change(metric: TOTAL_TOKENS) {
            ...Change
          }
          COST: change(metric: COST) {
            ...Change
          }
          REQUESTS: change(metric: REQUESTS) {
            ...Change
          }
          ERROR_RATE: change(metric: ERROR_RATE) {
            ...Change
          }
          P95_LATENCY_MS: change(metric: P95_LATENCY_MS) {
            ...Change
          }
          ACTIVE_USERS: change(metric: ACTIVE_USERS) {
            ...Change
          }
        }
        metrics {
          errors
          unpricedRequests
          latency {
            p95Ms
          }
        }
        trend(metric: $metric) {
          granularity
          timeZone
          points {
            at
            metrics {
              totalTokens
              cost
              requests
              errorRate
              latency @include(if: $latencyTrend) {
                p95Ms
              }
              activeUsers @include(if: $userTrend)
            }
          }
          analysis {
            metric
            direction
            changeRate
            mean
            peak {
              at
              value
            }
            trough {
              at
              value
            }
          }
        }
        breakdown(by: $by, orderBy: $orderBy, direction: $direction, first: $rows) @skip(if: $calls) {
          rows {
            nodes {
              keys {
                dimension
                value
                label
              }
              metrics {
                ...RowMetrics
              }
              share
            }
            totalCount
          }
          totals {
            ...RowMetrics
          }
          other {
            ...RowMetrics
          }
          otherCount
        }
        apiKeys: breakdown(by: [API_KEY], first: 100) @include(if: $apiKeyNames) {
          rows {
            nodes {
              keys {
                value
                label
              }
            }
          }
        }
        events(first: 25) @include(if: $calls) {
          ...CallPage
        }
      }
    }
  }

  fragment Change on MetricChange {
    current
    baseline
    percent
    direction
    improvement
  }

  fragment RowMetrics on UsageMetrics {
    totalTokens
    cost
    requests
    errorRate
    latency {
      p95Ms
    }
    activeUsers
  }

  fragment CallPage on UsageEventConnection {
    nodes {
      id
      occurredAt
      provider
      model
      feature
      team
      user
      requestCount
      status
      errorCode
      inputTokens
      cachedInputTokens
      outputTokens
      reasoningTokens
      latencyMs
      cost
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** The slice of usage that the page shows. */
export type OverviewUsage = OverviewQuery['organization']['usage'];

/** The variables of the page's request. */
export function overviewVariables(view: View, timeZone: string): OverviewQueryVariables {
  return {
    range: toTimeRange(view.period, timeZone),
    filter: toUsageFilter(view.filters),
    metric: view.metric,
    latencyTrend: view.metric === 'P95_LATENCY_MS',
    userTrend: view.metric === 'ACTIVE_USERS',
    by: [view.by],
    orderBy: view.orderBy,
    direction: view.direction,
    rows: view.rows,
    calls: view.calls,
    apiKeyNames: view.filters.some(({ dimension }) => dimension === 'API_KEY'),
  };
}

/** Asks for the page; what was seen before is shown at once and brought up to date. */
export function useOverview(view: View, timeZone: string) {
  const variables = useMemo(() => overviewVariables(view, timeZone), [view, timeZone]);
  return useQuery({ query: overview, variables, requestPolicy: 'cache-and-network' });
}
