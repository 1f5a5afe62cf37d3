import { graphql } from '@/gql';
import type { OwnerLinkFragment } from '@/gql/graphql';

/** Invites another owner of an organization; the link is answered this once. */
export const inviteOwner = graphql(`
  mutation InviteOrganizationOwner($input: InviteOrganizationOwnerInput!) {
    inviteOrganizationOwner(input: $input) {
      invitation {
        ...OwnerLink
      }
    }
  }

  fragment OwnerLink on OwnerInvitation {
    email
    path
    expiresAt
  }
`);

/** A link by which somebody joins an organization as its owner. */
export type OwnerInvitation = OwnerLinkFragment;
