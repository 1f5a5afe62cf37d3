import type {
  CreateOrganizationMutation,
  CreateOrganizationMutationVariables,
  OwnerLinkFragment,
  PlatformOperatorFragment,
  PlatformOrganizationRowFragment,
  PlatformQuery,
  PlatformQueryVariables,
} from '@/gql/graphql';

function organization(
  slug: string,
  name: string,
  memberCount: number,
  suspensionReason: string | null = null,
): PlatformOrganizationRowFragment {
  return {
    id: `organization-${slug}`,
    slug,
    name,
    timeZone: 'Europe/Berlin',
    createdAt: '2026-10-01T09:00:00Z',
    status: suspensionReason === null ? 'ACTIVE' : 'SUSPENDED',
    suspendedAt: suspensionReason === null ? null : '2026-11-20T09:00:00Z',
    suspensionReason,
    memberCount,
  };
}

export const acme = organization('acme', 'Acme GmbH', 12_412);

export const leaky = organization('leaky', 'Leaky Pipes', 3, 'A key was leaked');

const firstPage = [acme, organization('demo', 'Demo', 4), leaky];
const lastPage = [organization('zeta', 'Zeta Ltd', 1)];

export const olive: PlatformOperatorFragment = {
  id: 'user-1',
  name: 'Olive Owner',
  email: 'owner@example.com',
};

export const pat: PlatformOperatorFragment = {
  id: 'user-9',
  name: 'Pat Platform',
  email: 'pat@example.com',
};

/** A page of the organizations that fit what is looked for, and the operators. */
export function platformPage(
  { search, status, after, first }: PlatformQueryVariables,
  operators: PlatformOperatorFragment[] = [olive, pat],
): PlatformQuery {
  const all = [...firstPage, ...lastPage];
  const fits = ({ name, slug, status: its }: PlatformOrganizationRowFragment) =>
    `${name} ${slug}`.toLowerCase().includes((search ?? '').toLowerCase()) && (status ?? its) === its;
  const fitting = all.filter(fits);
  const nodes = fitting.filter((each) => lastPage.includes(each) === (typeof after === 'string'));
  const paged = search === null && status === null;
  return {
    ...(first ? { viewer: { user: { id: olive.id } } } : {}),
    platform: {
      organizations: {
        nodes: paged ? nodes : fitting,
        pageInfo: { hasNextPage: paged && typeof after !== 'string', endCursor: 'leaky' },
        totalCount: fitting.length,
      },
      ...(first ? { operators } : {}),
    },
  };
}

/** A link for an owner. */
export function ownerLink(email: string): OwnerLinkFragment {
  return { email, path: '/invitation#shown-once', expiresAt: '2026-11-29T12:00:00Z' };
}

/** The answer to whoever makes an organization. */
export function createdOrganization({
  input,
}: CreateOrganizationMutationVariables): CreateOrganizationMutation {
  return {
    createOrganization: {
      organization: {
        ...organization(input.slug, input.name, 0),
        timeZone: input.timeZone ?? 'UTC',
        createdAt: new Date().toISOString(),
      },
      invitation: ownerLink(input.ownerEmail),
    },
  };
}
