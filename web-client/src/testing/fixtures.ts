import type {
  ApiKeyScope,
  CallPageFragment,
  ChangeFragment,
  OverviewQuery,
  OverviewQueryVariables,
  RowMetricsFragment,
  UsageDimension,
} from '@/gql/graphql';

type Usage = OverviewQuery['organization']['usage'];

export const session = {
  email: 'owner@example.com',
  name: 'Olive Owner',
  scopes: [
    'USAGE_WRITE',
    'USAGE_READ',
    'CONTROL_READ',
    'CONTROL_WRITE',
    'GATEWAY_CALL',
    'ADMIN',
  ] as ApiKeyScope[],
  operator: true,
  organization: { slug: 'demo', name: 'Demo', timeZone: 'Europe/Berlin' },
  organizations: [{ slug: 'demo', name: 'Demo' }],
  preferences: { locale: null, colorScheme: null },
};

const to = '2026-11-22T12:00:00Z';
const values: Partial<Record<UsageDimension, string[]>> = {
  PROVIDER: ['openai', 'anthropic', 'google'],
  MODEL: ['gpt-5.5', 'claude-sonnet-4-5', 'gemini-3.1-pro-preview', 'gpt-5.5-mini', 'claude-haiku-4-5'],
  FEATURE: ['chat', 'search', 'summaries', 'autocomplete', 'translation', 'moderation', 'onboarding'],
  TEAM: ['search', 'support', 'platform'],
};

function change(current: number, baseline: number, improvement: boolean | null): ChangeFragment {
  const percent = baseline === 0 ? null : ((current - baseline) / baseline) * 100;
  const direction = current === baseline ? 'UNCHANGED' : current > baseline ? 'UP' : 'DOWN';
  return { current, baseline, percent, direction, improvement };
}

function rowMetrics(part: number): RowMetricsFragment {
  return {
    totalTokens: Math.round(64_310_442 * part),
    cost: 412.870244 * part,
    requests: Math.round(46_120 * part),
    errorRate: 1.84 + part,
    latency: { p95Ms: 4100 + 900 * part },
    activeUsers: Math.round(412 * Math.sqrt(part)),
  };
}

function call(index: number): CallPageFragment['nodes'][number] {
  const failed = index % 9 === 4;
  return {
    id: `019aa4b6-4500-7bb1-866e-${String(index).padStart(12, '0')}`,
    occurredAt: new Date(Date.parse(to) - index * 7_300).toISOString(),
    provider: 'openai',
    model: 'gpt-5.5',
    feature: index % 5 === 0 ? null : 'chat',
    team: 'search',
    user: `u-${index % 7}`,
    requestCount: 1,
    status: failed ? 'ERROR' : 'SUCCESS',
    errorCode: failed ? 'rate_limit_exceeded' : null,
    inputTokens: 374 + index * 31,
    cachedInputTokens: index % 3 === 0 ? 256 : 0,
    outputTokens: failed ? null : 44 + index,
    reasoningTokens: 0,
    latencyMs: failed ? null : 812 + index * 13,
    cost: failed ? null : 0.00319 + index / 10_000,
  };
}

/** A page of single calls. */
export function calls(from: number, count: number, hasNextPage: boolean): CallPageFragment {
  return {
    nodes: Array.from({ length: count }, (_, index) => call(from + index)),
    pageInfo: { hasNextPage, endCursor: String(from + count) },
  };
}

const comparison: Usage['comparison'] = {
  baseline: { from: '2026-11-08T12:00:00Z', to: '2026-11-15T12:00:00Z' },
  TOTAL_TOKENS: change(64_310_442, 59_904_120, null),
  COST: change(412.870244, 388.1202, false),
  REQUESTS: change(46_120, 45_310, null),
  ERROR_RATE: change(1.84, 2.31, true),
  P95_LATENCY_MS: change(4_820, 4_510, false),
  ACTIVE_USERS: change(412, 398, true),
};

function trend(metric: OverviewQueryVariables['metric']): Usage['trend'] {
  const points = Array.from({ length: 168 }, (_, hour) => {
    const level = (1.2 + Math.sin((hour / 24) * 2 * Math.PI)) * (1 + ((hour * 7919) % 13) / 20);
    return {
      at: new Date(Date.parse(to) - (168 - hour) * 3_600_000).toISOString(),
      metrics: { ...rowMetrics(level / 168), errorRate: level },
    };
  });
  const extreme = (index: number) => ({ at: points[index]?.at ?? to, value: 812_400 });
  return {
    granularity: 'HOUR',
    timeZone: 'Europe/Berlin',
    points,
    analysis: {
      metric,
      direction: 'VOLATILE',
      changeRate: 12.3,
      mean: 382_800,
      peak: extreme(54),
      trough: extreme(3),
    },
  };
}

function breakdown(variables: OverviewQueryVariables): NonNullable<Usage['breakdown']> {
  const [by] = variables.by as [UsageDimension];
  const names: (string | null)[] = [
    ...(values[by] ?? Array.from({ length: 10 }, (_, i) => `value-${i + 1}`)),
    null,
  ];
  const weights = names.map((_, index) => 1 / (index + 1.4));
  const sum = weights.reduce((a, b) => a + b, 0);
  const rows = names.map((value, index) => {
    const share = (weights[index] ?? 0) / sum;
    return {
      keys: [{ dimension: by, value, label: value ?? 'Not attributed' }],
      metrics: rowMetrics(share),
      share: share * 100,
    };
  });
  const nodes = rows.slice(0, variables.rows);
  return {
    rows: { nodes, totalCount: rows.length },
    totals: rowMetrics(1),
    other: rowMetrics(0.02),
    otherCount: rows.length - nodes.length,
  };
}

/** An answer to the overview's request. */
export function overview(variables: OverviewQueryVariables, replace: Partial<Usage> = {}): OverviewQuery {
  return {
    organization: {
      id: 'organization-1',
      usage: {
        range: { from: '2026-11-15T12:00:00Z', to, timeZone: 'Europe/Berlin' },
        freshness: { committedThrough: '2026-11-22T11:59:59.640Z', lagMs: 360 },
        liveCursor: 'at-the-overview',
        comparison,
        metrics: { errors: 849, unpricedRequests: 214, latency: { p95Ms: 4_820 } },
        trend: trend(variables.metric),
        ...(variables.calls ? { events: calls(0, 25, true) } : { breakdown: breakdown(variables) }),
        ...(variables.apiKeyNames
          ? {
              apiKeys: {
                rows: {
                  nodes: [{ keys: [{ value: 'QXBpS2V5OjE=', label: 'Production' }] }],
                },
              },
            }
          : {}),
        ...replace,
      },
    },
  };
}

/** The overview of a period in which nothing happened. */
export function emptyComparison(): Usage['comparison'] {
  const nothing = change(0, 0, null);
  return {
    ...comparison,
    TOTAL_TOKENS: nothing,
    COST: nothing,
    REQUESTS: nothing,
    ERROR_RATE: nothing,
    P95_LATENCY_MS: nothing,
    ACTIVE_USERS: nothing,
  };
}
