import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { LiveQuery } from '@/gql/graphql';

// One request: what happened in the last hour, and the cursor from which on ticks add to it. The windows differ in what they
// say by model and feature, so that another one can be chosen without asking again.
const live = graphql(`
  query Live {
    organization {
      id
      usage(range: { last: "PT1M" }) {
        liveCursor
      }
      last5: realtime(windowMinutes: 5) {
        ...LiveWindow
      }
      last15: realtime(windowMinutes: 15) {
        ...LiveWindow
      }
      last30: realtime(windowMinutes: 30) {
        ...LiveWindow
      }
      last60: realtime(windowMinutes: 60) {
        to
        minutes {
          at
          metrics {
            ...LiveCounts
          }
        }
        ...LiveWindow
      }
    }
  }

  fragment LiveWindow on RealtimeUsage {
    from
    byModel {
      ...LiveRow
    }
    byFeature {
      ...LiveRow
    }
  }

  fragment LiveRow on UsageTickRow {
    key {
      value
    }
    metrics {
      ...LiveCounts
    }
  }

  fragment LiveCounts on UsageMetrics {
    requests
    errors
    totalTokens
    cost
  }
`);

/** What was before the page was opened. */
export type Past = LiveQuery['organization'];

/** Asks for what was before; never a second time by itself, since ticks keep it up to date. */
export function useLiveQuery() {
  return useQuery({ query: live, requestPolicy: 'network-only' });
}
