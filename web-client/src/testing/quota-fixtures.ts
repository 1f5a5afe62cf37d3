import type {
  KeyChoicesQuery,
  KeyChoicesQueryVariables,
  QuotaChoicesQuery,
  CreateQuotaMutation,
  CreateQuotaMutationVariables,
  QuotaHistoryQuery,
  QuotaPeriodUseFragment,
  QuotaRowFragment,
  QuotasQuery,
  QuotasQueryVariables,
} from '@/gql/graphql';

const none = { totalTokens: null, inputTokens: null, outputTokens: null, requests: null, cost: null };

export const searchQuota: QuotaRowFragment = {
  id: 'quota-1',
  name: 'Search, a month',
  scope: { type: 'TEAM', value: 'search', keyName: null },
  limits: { ...none, totalTokens: 100_000_000, cost: 400 },
  override: null,
  period: 'MONTHLY',
  resetDay: 1,
  resetHour: 0,
  mode: 'BLOCK',
  warningPercent: 80,
  criticalPercent: 95,
  failOpen: false,
  rate: null,
  version: 4,
  utilization: {
    status: 'WARNING',
    usedPercent: 82.5,
    projectedPercent: 110,
    periodStart: '2026-11-01T00:00:00Z',
    periodEnd: '2026-12-01T00:00:00Z',
    limits: [
      {
        metric: 'TOTAL_TOKENS',
        limit: 100_000_000,
        used: 42_000_000,
        reserved: 1_000_000,
        usedPercent: 42,
        projected: 80_000_000,
      },
      { metric: 'COST', limit: 400, used: 330, reserved: 0, usedPercent: 82.5, projected: 440 },
    ],
  },
};

const keyQuota: QuotaRowFragment = {
  ...searchQuota,
  id: 'quota-2',
  name: 'Production, a day',
  scope: { type: 'API_KEY', value: 'key-1', keyName: 'Production' },
  limits: { ...none, requests: 10_000 },
  override: {
    limits: { ...none, requests: 20_000 },
    expiresAt: '2099-01-01T00:00:00Z',
    reason: 'The fair',
  },
  period: 'DAILY',
  mode: 'ALERT',
  utilization: {
    ...searchQuota.utilization,
    status: 'OK',
    usedPercent: 10,
    projectedPercent: 20,
    limits: [
      { metric: 'REQUESTS', limit: 20_000, used: 2000, reserved: 0, usedPercent: 10, projected: 4000 },
    ],
  },
};

/** The page of quotas whose names contain what is looked for. */
export function quotasPage(
  { filter }: Pick<QuotasQueryVariables, 'filter'>,
  all: QuotaRowFragment[] = [searchQuota, keyQuota],
): QuotasQuery {
  const search = filter?.search ?? '';
  const nodes = all.filter(({ name }) => name.includes(search));
  return {
    organization: {
      id: 'organization-1',
      quotas: {
        nodes,
        pageInfo: { hasNextPage: false, endCursor: nodes.at(-1)?.id ?? null },
        totalCount: nodes.length,
      },
    },
  };
}

/** The quotas to choose from, and the names of quotas. */
export const quotaChoices: QuotaChoicesQuery = {
  organization: {
    id: 'organization-1',
    quotas: { nodes: [searchQuota, keyQuota].map(({ id, name }) => ({ id, name })) },
  },
};

/** The API keys to choose from whose names contain what is looked for. */
export function keyChoices({ search }: KeyChoicesQueryVariables): KeyChoicesQuery {
  const all = [
    { id: 'key-1', name: 'Production' },
    { id: 'key-2', name: 'Staging' },
  ];
  const nodes = all.filter(({ name }) => name.includes(search));
  return { organization: { id: 'organization-1', apiKeys: { nodes } } };
}

export const runningPeriod: QuotaPeriodUseFragment = {
  periodStart: '2026-11-01T00:00:00Z',
  periodEnd: '2026-12-01T00:00:00Z',
  totalTokens: 42_000_000,
  inputTokens: 30_000_000,
  outputTokens: 12_000_000,
  requests: 3000,
  cost: 330,
  usedPercent: 82.5,
};

/** What was used of a quota period by period. */
export const quotaHistory: QuotaHistoryQuery = {
  node: {
    __typename: 'Quota',
    id: searchQuota.id,
    history: [
      runningPeriod,
      {
        ...runningPeriod,
        periodStart: '2026-10-01T00:00:00Z',
        periodEnd: '2026-11-01T00:00:00Z',
        requests: 5100,
        usedPercent: 120,
      },
    ],
  } as QuotaHistoryQuery['node'],
};

/** The answer to whoever creates a quota. */
export function createdQuota({ input }: CreateQuotaMutationVariables): CreateQuotaMutation {
  return { createQuota: { quota: { ...searchQuota, id: 'quota-3', name: input.name } } };
}
