import type {
  ApiKeysQuery,
  AuditEntryRowFragment,
  AuditLogQuery,
  AuditLogQueryVariables,
  CreateApiKeyMutation,
  CreateApiKeyMutationVariables,
  ModelPricesQuery,
  ModelRowFragment,
  ModelsQuery,
  ModelsQueryVariables,
  RotateApiKeyMutation,
} from '@/gql/graphql';

const organization = { id: 'organization-1' };

type Key = ApiKeysQuery['organization']['apiKeys']['nodes'][number];

function key(change: Partial<Key> & { id: string; name: string }): Key {
  return {
    owner: { id: 'user-1', name: 'Olive Owner' },
    prefix: `tg_${change.id}`,
    scopes: ['USAGE_WRITE'],
    createdAt: '2026-11-01T09:30:00Z',
    lastUsedAt: null,
    rotatedAt: null,
    expiresAt: null,
    revokedAt: null,
    usage: { requests: 0, cost: 0 },
    ...change,
  };
}

export const production = key({
  id: 'key-1',
  name: 'Production',
  scopes: ['USAGE_WRITE', 'GATEWAY_CALL'],
  lastUsedAt: '2026-11-20T12:00:00Z',
  usage: { requests: 12_412, cost: 310.5 },
});

const keys = [
  production,
  key({ id: 'key-2', name: 'Reports', scopes: ['USAGE_READ'], expiresAt: '2099-01-01T00:00:00Z' }),
  key({ id: 'key-3', name: 'Old exporter', expiresAt: '2026-11-02T00:00:00Z' }),
  key({ id: 'key-4', name: 'Leaked', revokedAt: '2026-11-03T12:00:00Z' }),
];

/** A page of API keys: the newest four, or the last one. */
export function apiKeysPage(after?: string | null, first: Key[] = keys): ApiKeysQuery {
  const more = after === null || after === undefined;
  return {
    viewer: { user: { id: 'user-1' } },
    organization: {
      ...organization,
      apiKeys: {
        nodes: more ? first : [key({ id: 'key-5', name: 'The first one' })],
        pageInfo: { hasNextPage: more, endCursor: more ? 'key-4' : 'key-5' },
        totalCount: first.length + 1,
      },
    },
  };
}

/** The answer to whoever rotates a key. */
export function rotatedKey(): RotateApiKeyMutation {
  const rotatedAt = '2026-11-22T12:00:00Z';
  return {
    rotateApiKey: { apiKey: { ...production, rotatedAt, prefix: 'tg_new' }, secret: 'tg_this_is_new' },
  };
}

/** The answer to whoever creates a key. */
export function createdKey({ input }: CreateApiKeyMutationVariables): CreateApiKeyMutation {
  const { name, scopes, expiresAt = null } = input;
  return {
    createApiKey: {
      apiKey: key({ id: 'key-6', name, scopes: [scopes].flat(), expiresAt }),
      secret: 'tg_this_is_shown_once',
    },
  };
}

const entries: AuditEntryRowFragment[] = [
  {
    sequence: 3,
    recordedAt: '2026-11-22T11:58:12.120Z',
    actorType: 'PERSON',
    actorId: 'account-1',
    actorName: 'Olive Owner',
    action: 'revokeApiKey',
    outcome: 'DONE',
    targetType: 'ApiKey',
    targetId: '019aa4b6-4500',
    before: { name: 'Leaked', revokedAt: null },
    after: { name: 'Leaked', revokedAt: '2026-11-22T11:58:12Z' },
    reason: 'Found in a public repository',
    address: '192.0.2.7',
  },
  {
    sequence: 2,
    recordedAt: '2026-11-22T11:40:00Z',
    actorType: 'API_KEY',
    actorId: 'key-2',
    actorName: 'Reports',
    action: 'createApiKey',
    outcome: 'REFUSED',
    targetType: 'Mutation',
    targetId: 'createApiKey',
    before: null,
    after: null,
    reason: null,
    address: '192.0.2.9',
  },
  {
    sequence: 1,
    recordedAt: '2026-11-22T11:00:00Z',
    actorType: 'TOLLGATE',
    actorId: null,
    actorName: null,
    action: 'createApiKey',
    outcome: 'DONE',
    targetType: 'ApiKey',
    targetId: '019aa4b6-4500',
    before: null,
    after: { name: 'Leaked', scopes: ['USAGE_WRITE'] },
    reason: null,
    address: null,
  },
];

/** A page of the audit log, of whatever outcome is asked for. */
export function auditLogPage({ filter }: AuditLogQueryVariables): AuditLogQuery {
  const outcome = filter?.outcome ?? null;
  const nodes = entries.filter((entry) => outcome === null || entry.outcome === outcome);
  return {
    organization: {
      ...organization,
      auditLog: {
        nodes: filter?.actions?.includes('nothing-like-it') === true ? [] : nodes,
        pageInfo: { hasNextPage: false, endCursor: '1' },
        totalCount: filter?.actions?.includes('nothing-like-it') === true ? 0 : nodes.length,
      },
    },
  };
}

/** What following the chain of the log has shown. */
export const verified = {
  organization: {
    ...organization,
    auditVerification: { intact: true, entries: 3, firstSequence: 1, brokenAt: null },
  },
};

export const gpt: ModelRowFragment = {
  id: 'model-1',
  provider: 'openai',
  name: 'gpt-5.5',
  family: 'gpt-5',
  type: 'CHAT',
  capabilities: ['VISION', 'FUNCTIONS', 'STREAMING', 'REASONING', 'CACHING'],
  contextWindow: 400_000,
  maxOutputTokens: 128_000,
  price: { negotiated: false, inputPerMillion: 1.25, outputPerMillion: 10, cacheReadPerMillion: 0.125 },
};

const catalogue: ModelRowFragment[] = [
  {
    ...gpt,
    id: 'model-2',
    provider: 'anthropic',
    name: 'claude-haiku-4-5',
    family: 'claude-haiku',
    price: { negotiated: true, inputPerMillion: 0.8, outputPerMillion: 4, cacheReadPerMillion: 0.08 },
  },
  gpt,
  {
    ...gpt,
    id: 'model-3',
    name: 'whisper-next',
    family: null,
    type: 'AUDIO_TRANSCRIPTION',
    capabilities: [],
    contextWindow: null,
    maxOutputTokens: null,
    price: null,
  },
];

/** The models whose names contain what is looked for. */
export function modelsPage({ filter, providers, unpriced }: ModelsQueryVariables): ModelsQuery {
  const search = filter?.search ?? '';
  const nodes = catalogue.filter(({ name }) => name.includes(search));
  return {
    models: { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length },
    ...(providers
      ? {
          providers: {
            nodes: [
              { name: 'anthropic', label: 'Anthropic' },
              { name: 'openai', label: 'OpenAI' },
            ],
          },
        }
      : {}),
    ...(unpriced ? { organization: { id: 'organization-1', usage: calledWithoutPrice } } : {}),
  };
}

const called = (provider: string | null, model: string, unpricedRequests: number) => ({
  keys: [{ value: provider }, { value: model }],
  metrics: { unpricedRequests },
});

const calledWithoutPrice = {
  breakdown: {
    rows: {
      nodes: [called('acme', 'acme-1', 1234), called(null, 'stray', 2), called('openai', 'gpt-5.5', 0)],
    },
  },
};

/** The prices of a model. */
export const modelPrices: ModelPricesQuery = {
  node: {
    __typename: 'Model',
    id: gpt.id,
    ownPriceRevision: 0,
    prices: [
      {
        effectiveFrom: '2026-08-07T00:00:00Z',
        effectiveTo: null,
        negotiated: false,
        revision: null,
        inputPerMillion: 1.25,
        outputPerMillion: 10,
        cacheReadPerMillion: 0.125,
        cacheWritePerMillion: null,
        rates: [
          { unit: 'INPUT_TOKEN', serviceTier: null, aboveTokens: null, amount: 0.00000125 },
          { unit: 'OUTPUT_TOKEN', serviceTier: 'flex', aboveTokens: 200_000, amount: 0.000005 },
        ],
      },
    ],
  } as ModelPricesQuery['node'],
};

/** The prices of a model with an own one. */
export const ownPrices: ModelPricesQuery = {
  node: {
    __typename: 'Model',
    id: gpt.id,
    ownPriceRevision: 3,
    prices: [
      {
        effectiveFrom: '2026-11-01T00:00:00Z',
        effectiveTo: null,
        negotiated: true,
        revision: 3,
        inputPerMillion: 1,
        outputPerMillion: 8,
        cacheReadPerMillion: null,
        cacheWritePerMillion: null,
        rates: [],
      },
    ],
  } as ModelPricesQuery['node'],
};
