import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { ChangeMemberRoleInput, MemberActionInput, RevokeInvitationInput } from '@/gql/graphql';

const changeMemberRole = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      member {
        ...MemberRow
      }
    }
  }
`);

const suspendUser = graphql(`
  mutation SuspendUser($input: MemberActionInput!) {
    suspendUser(input: $input) {
      member {
        ...MemberRow
      }
    }
  }
`);

const reinstateUser = graphql(`
  mutation ReinstateUser($input: MemberActionInput!) {
    reinstateUser(input: $input) {
      member {
        ...MemberRow
      }
    }
  }
`);

const removeMember = graphql(`
  mutation RemoveMember($input: MemberActionInput!) {
    removeMember(input: $input) {
      userId
    }
  }
`);

const deleteUser = graphql(`
  mutation DeleteUser($input: MemberActionInput!) {
    deleteUser(input: $input) {
      userId
    }
  }
`);

const revokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
      }
    }
  }
`);

// Who is gone is named by no answer.
const context = { additionalTypenames: ['Member', 'Invitation'] };

export async function sendRole(client: Client, input: ChangeMemberRoleInput) {
  const { data, error } = await client.mutation(changeMemberRole, { input }, context).toPromise();
  return { row: data?.changeMemberRole.member, error };
}

export async function sendSuspension(client: Client, input: MemberActionInput) {
  const { data, error } = await client.mutation(suspendUser, { input }, context).toPromise();
  return { row: data?.suspendUser.member, error };
}

export async function sendReinstatement(client: Client, input: MemberActionInput) {
  const { data, error } = await client.mutation(reinstateUser, { input }, context).toPromise();
  return { row: data?.reinstateUser.member, error };
}

export async function sendRemoval(client: Client, input: MemberActionInput) {
  const { error } = await client.mutation(removeMember, { input }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}

export async function sendDeletion(client: Client, input: MemberActionInput) {
  const { error } = await client.mutation(deleteUser, { input }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}

export async function sendRevocation(client: Client, input: RevokeInvitationInput) {
  const { error } = await client.mutation(revokeInvitation, { input }, context).toPromise();
  return { row: error === undefined ? null : undefined, error };
}
