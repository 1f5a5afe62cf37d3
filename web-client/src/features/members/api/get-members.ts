import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { InvitationRowFragment, MemberRowFragment } from '@/gql/graphql';

/** A page of the organization's people and, with the first one, whom it has invited and who is asking. */
export const members = graphql(`
  query Members($after: String, $first: Boolean!) {
    viewer @include(if: $first) {
      role
      user {
        id
      }
    }
    organization {
      id
      members(first: 50, after: $after) {
        nodes {
          ...MemberRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      invitations @include(if: $first) {
        ...InvitationRow
      }
    }
  }

  fragment MemberRow on Member {
    user {
      id
      name
      email
    }
    role
    joinedAt
    suspendedAt
  }

  fragment InvitationRow on Invitation {
    id
    email
    role
    invitedAt
    expiresAt
  }
`);

/** A person as the page shows them. */
export type Member = MemberRowFragment;

/** An invitation that can still be accepted. */
export type Invitation = InvitationRowFragment;

/** The id of a member is the person's. */
export function memberId({ user }: Member): string {
  return user.id;
}

// An empty list names no invitation, yet a new one changes it.
const context = { additionalTypenames: ['Member', 'Invitation'] };

/** Asks for the people; they are asked for again when one has changed. */
export function useMembers() {
  return useQuery({
    query: members,
    variables: { after: null, first: true },
    requestPolicy: 'cache-and-network',
    context,
  });
}
