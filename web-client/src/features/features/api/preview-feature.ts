import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FeaturePreviewInput } from '@/gql/graphql';

const featurePreview = graphql(`
  query FeaturePreview($input: FeaturePreviewInput!) {
    featurePreview(input: $input, last: "P30D") {
      total {
        ...Impact
      }
      affected {
        ...Impact
      }
      byTeam {
        value
        total {
          ...Impact
        }
        affected {
          ...Impact
        }
      }
    }
  }

  fragment Impact on FeatureImpact {
    requests
    users
    cost
  }
`);

/** Asks what a change would have refused in the last 30 days; `pause` while the change makes no sense. */
export function usePreview(input: FeaturePreviewInput, pause: boolean) {
  return useQuery({ query: featurePreview, variables: { input }, requestPolicy: 'cache-and-network', pause });
}
