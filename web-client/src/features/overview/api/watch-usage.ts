import { graphql } from '@/gql';
import type { OverviewTicksSubscription } from '@/gql/graphql';

/** What is committed after the page's numbers, and adds to them. */
export const overviewTicks = graphql(`
  subscription OverviewTicks($filter: UsageFilter, $after: String) {
    usageTicks(filter: $filter, every: "PT1S", after: $after) {
      cursor
      kind
      sequence
      sinceSequence
      from
      degraded
      metrics {
        requests
        errors
        totalTokens
        cost
      }
    }
  }
`);

/** The usage of a second. */
export type OverviewTick = OverviewTicksSubscription['usageTicks'];
