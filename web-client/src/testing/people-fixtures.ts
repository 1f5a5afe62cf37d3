import type {
  InvitationRowFragment,
  InviteMemberMutation,
  InviteMemberMutationVariables,
  MemberRole,
  MemberRowFragment,
  MembersQuery,
  SettingsQuery,
  UnitsQuery,
} from '@/gql/graphql';

const demo = { id: 'organization-1', slug: 'demo', name: 'Demo' };

function member(
  id: string,
  name: string,
  role: MemberRole,
  suspendedAt: string | null = null,
): MemberRowFragment {
  return {
    user: { id, name, email: `${name.toLowerCase().replace(' ', '.')}@example.com` },
    role,
    joinedAt: '2026-10-01T09:00:00Z',
    suspendedAt,
  };
}

export const otto = member('user-2', 'Otto Analyst', 'ANALYST');

const members = [
  member('user-1', 'Olive Owner', 'OWNER'),
  otto,
  member('user-3', 'Mia Member', 'MEMBER', '2026-11-20T09:00:00Z'),
];

const invitation: InvitationRowFragment = {
  id: 'invitation-1',
  email: 'new@example.com',
  role: 'MEMBER',
  invitedAt: '2026-11-21T09:00:00Z',
  expiresAt: '2026-11-28T09:00:00Z',
};

/** The page of members, as somebody with this role sees it. */
export function membersPage(role: MemberRole = 'OWNER', nodes: MemberRowFragment[] = members): MembersQuery {
  return {
    viewer: { role, user: { id: 'user-1' } },
    organization: {
      id: demo.id,
      members: { nodes, pageInfo: { hasNextPage: false, endCursor: '3' }, totalCount: nodes.length },
      invitations: [invitation],
    },
  };
}

/** The answer to whoever invites somebody. */
export function invited({ input }: InviteMemberMutationVariables): InviteMemberMutation {
  return {
    inviteMember: {
      invitation: { ...invitation, id: 'invitation-2', email: input.email },
      path: '/invitation#shown-once',
    },
  };
}

const lastPage = { hasNextPage: false, endCursor: null };

/** The declared teams, projects and cost centers. */
export const units: UnitsQuery = {
  organization: {
    id: demo.id,
    teams: {
      nodes: [
        { id: 'team-1', key: 'search', name: 'Search' },
        { id: 'team-2', key: 'support', name: 'Support' },
      ],
      pageInfo: lastPage,
      totalCount: 2,
    },
    projects: { nodes: [], pageInfo: lastPage, totalCount: 0 },
    costCenters: {
      nodes: [{ id: 'center-1', key: '4711', name: 'Marketing' }],
      pageInfo: lastPage,
      totalCount: 1,
    },
  },
};

/** What somebody can set. */
export const settings: SettingsQuery = {
  viewer: {
    user: { id: 'user-1', email: 'owner@example.com', name: 'Olive Owner' },
    role: 'OWNER',
    organization: { ...demo, timeZone: 'Europe/Berlin' },
    organizations: [demo, { id: 'organization-2', slug: 'other', name: 'Other Ltd' }],
  },
};
