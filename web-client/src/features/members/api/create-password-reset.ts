import { graphql } from '@/gql';

/** Makes a link by which a member sets a new password; it is answered this once. */
export const createPasswordReset = graphql(`
  mutation CreatePasswordReset($input: MemberActionInput!) {
    createPasswordReset(input: $input) {
      path
      expiresAt
    }
  }
`);
