import { graphql } from '@/gql';
import type { FeatureSpendSubscription } from '@/gql/graphql';

/** What is spent on features after the page's numbers, and adds to them. */
export const featureSpend = graphql(`
  subscription FeatureSpend($after: String) {
    usageTicks(every: "PT2S", by: FEATURE, after: $after) {
      cursor
      kind
      rows {
        key {
          value
        }
        metrics {
          requests
          cost
        }
      }
    }
  }
`);

/** What was spent in two seconds. */
export type SpendTick = FeatureSpendSubscription['usageTicks'];
