import { graphql } from '@/gql';

/** Sets one's password, and ends one's other sessions. */
export const changePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      user {
        id
      }
    }
  }
`);
