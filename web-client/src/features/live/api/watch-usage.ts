import { graphql } from '@/gql';
import type { LiveTicksSubscription } from '@/gql/graphql';

/** The usage as it is committed, by one dimension. */
export const liveTicks = graphql(`
  subscription LiveTicks($by: UsageDimension!, $after: String) {
    usageTicks(by: $by, every: "PT0.2S", after: $after) {
      cursor
      kind
      sequence
      sinceSequence
      from
      to
      degraded
      metrics {
        ...LiveCounts
      }
      rows {
        ...LiveRow
      }
    }
  }
`);

/** The usage of an interval. */
export type LiveTick = LiveTicksSubscription['usageTicks'];
