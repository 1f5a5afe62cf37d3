import { graphql } from '@/gql';

/** Makes whoever is signed in a member, and moves the session there. */
export const acceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      organization {
        id
        name
      }
    }
  }
`);
