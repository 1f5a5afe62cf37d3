import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FeatureRowFragment } from '@/gql/graphql';

// One request, so that the page needs no second one for what each feature costs.
const features = graphql(`
  query Features($spend: Boolean!) {
    organization {
      id
      features {
        ...FeatureRow
      }
      usage(range: { last: "P7D" }) @include(if: $spend) {
        liveCursor
        breakdown(by: [FEATURE], orderBy: COST, first: 500) {
          rows {
            nodes {
              keys {
                value
              }
              metrics {
                requests
                cost
              }
            }
          }
          otherCount
        }
      }
    }
  }

  fragment FeatureRow on Feature {
    id
    name
    state
    rolloutPercent
    pausedPercent
    message
    version
    declared
    rules {
      environment
      team
      user
      state
      rolloutPercent
    }
    schedule {
      at
      state
      rolloutPercent
    }
  }
`);

/** A feature as the page shows it. */
export type Feature = FeatureRowFragment;

/** Who may use a feature, of those whom it is about. */
export type Rule = Feature['rules'][number];

/** What a feature's state becomes at a time. */
export type Step = Feature['schedule'][number];

// An empty list names no feature, yet declaring one changes it.
const context = { additionalTypenames: ['Feature'] };

/** Asks for the features and, where the viewer may see it, for what was spent on them; asked again when one has changed. */
export function useFeatures(spend: boolean) {
  return useQuery({ query: features, variables: { spend }, requestPolicy: 'cache-and-network', context });
}
