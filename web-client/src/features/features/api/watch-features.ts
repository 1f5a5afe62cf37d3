import { graphql } from '@/gql';

/** Features as they are changed, by whomever. */
export const featureChanges = graphql(`
  subscription FeatureChanges {
    featureChanged {
      ...FeatureRow
    }
  }
`);
