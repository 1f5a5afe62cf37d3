import type {
  FeaturePreviewQuery,
  FeaturePreviewQueryVariables,
  FeatureRowFragment,
  FeaturesQuery,
  FeaturesQueryVariables,
  SetFeatureMutation,
  SetFeatureMutationVariables,
} from '@/gql/graphql';

function feature(change: Partial<FeatureRowFragment> & { name: string }): FeatureRowFragment {
  return {
    id: `feature-${change.name}`,
    state: 'ON',
    rolloutPercent: null,
    pausedPercent: null,
    message: null,
    version: 3,
    declared: true,
    rules: [],
    schedule: [],
    ...change,
  };
}

export const chat = feature({
  name: 'chat',
  rules: [{ environment: [], team: ['search', 'support'], user: [], state: 'OFF', rolloutPercent: null }],
  schedule: [{ at: '2099-01-01T08:00:00Z', state: 'OFF', rolloutPercent: null }],
});

const features = [
  chat,
  feature({ name: 'search', state: 'PARTIAL', rolloutPercent: 25 }),
  feature({ name: 'summaries', state: 'OFF', message: 'Summaries come back on Monday.' }),
  feature({ name: 'tagging', state: 'OFF', pausedPercent: 10 }),
  feature({ name: 'translation', declared: false, version: 0 }),
];

/** The page of features. */
export function featuresPage(
  { spend }: FeaturesQueryVariables,
  shown: FeatureRowFragment[] = features,
): FeaturesQuery {
  const nodes = ['chat', 'translation', null].map((value, index) => ({
    keys: [{ value }],
    metrics: { requests: 12_400 / (index + 1), cost: 310.5 / (index + 1) },
  }));
  return {
    organization: {
      id: 'organization-1',
      features: shown,
      ...(spend
        ? { usage: { liveCursor: 'at-the-features', breakdown: { rows: { nodes }, otherCount: 0 } } }
        : {}),
    },
  };
}

/** What a change would have refused: everything when the feature is to be off. */
export function featurePreview({ input }: FeaturePreviewQueryVariables): FeaturePreviewQuery {
  const total = { requests: 1204, users: 87, cost: 12.4 };
  const affected = input.state === 'OFF' ? total : { requests: 0, users: 0, cost: 0 };
  return { featurePreview: { total, affected, byTeam: [{ value: 'search', total, affected }] } };
}

/** The answer to whoever changes a feature. */
export function setFeature({ input }: SetFeatureMutationVariables): SetFeatureMutation {
  const before =
    features.find(({ name }) => name === input.name) ?? feature({ name: input.name, version: 0 });
  return {
    setFeature: {
      feature: {
        ...before,
        state: input.state,
        rolloutPercent: input.rolloutPercent ?? null,
        pausedPercent: null,
        message: input.message === undefined ? before.message : input.message,
        declared: true,
        version: before.version + 1,
      },
    },
  };
}
