import { graphql } from '@/gql';

/** Invites somebody; the link is answered this once. */
export const inviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitation {
        ...InvitationRow
      }
      path
    }
  }
`);
