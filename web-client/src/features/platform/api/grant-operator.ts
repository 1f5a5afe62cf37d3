import { graphql } from '@/gql';

/** Makes a person a platform operator. */
export const grantOperator = graphql(`
  mutation GrantOperator($input: GrantOperatorInput!) {
    grantOperator(input: $input) {
      user {
        ...PlatformOperator
      }
    }
  }
`);
