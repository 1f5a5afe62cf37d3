import type { UsageDimension, UsageFilter } from '@/gql/graphql';

/** What the page divides and filters by: all but tags, which have names of their own. */
export type Dimension = Exclude<UsageDimension, 'TAG'>;

interface DimensionTraits {
  label: string;
  plural: string;
  /** The filter's list of this dimension, which is also its name in the address. */
  field: Exclude<keyof UsageFilter, 'not' | 'tags' | 'unattributed'>;
}

export const dimensions: Record<Dimension, DimensionTraits> = {
  PROVIDER: { label: 'Provider', plural: 'providers', field: 'provider' },
  MODEL: { label: 'Model', plural: 'models', field: 'model' },
  MODEL_FAMILY: { label: 'Model family', plural: 'model families', field: 'modelFamily' },
  FEATURE: { label: 'Feature', plural: 'features', field: 'feature' },
  TEAM: { label: 'Team', plural: 'teams', field: 'team' },
  PROJECT: { label: 'Project', plural: 'projects', field: 'project' },
  COST_CENTER: { label: 'Cost center', plural: 'cost centers', field: 'costCenter' },
  ENVIRONMENT: { label: 'Environment', plural: 'environments', field: 'environment' },
  USER: { label: 'User', plural: 'users', field: 'user' },
  API_KEY: { label: 'API key', plural: 'API keys', field: 'apiKey' },
  REQUEST_TYPE: { label: 'Request type', plural: 'request types', field: 'requestType' },
  SERVICE_TIER: { label: 'Service tier', plural: 'service tiers', field: 'serviceTier' },
};

export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** Whether the text names a dimension. */
export function isDimension(text: string | null): text is Dimension {
  return dimensionNames.some((name) => name === text);
}

const drillPath: Dimension[] = ['PROVIDER', 'MODEL', 'FEATURE', 'TEAM', 'USER'];

/** The dimension to look at after a row of this one was opened; null when only the single calls are left. */
export function nextDimension(current: Dimension, filtered: ReadonlySet<Dimension>): Dimension | null {
  const rest = drillPath.slice(drillPath.indexOf(current) + 1);
  return rest.find((dimension) => dimension !== current && !filtered.has(dimension)) ?? null;
}
