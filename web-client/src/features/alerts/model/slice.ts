import type { UsageDimension, UsageFilter } from '@/gql/graphql';
import { inSentence } from '@/lib/in-sentence';

/** What a rule filters and groups by: all but tags, by which alerts are not grouped. */
export type Dimension = Exclude<UsageDimension, 'TAG'>;

interface DimensionTraits {
  label: string;
  field: Exclude<keyof UsageFilter, 'not' | 'tags' | 'unattributed'>;
}

export const dimensions: Record<Dimension, DimensionTraits> = {
  FEATURE: { label: 'Feature', field: 'feature' },
  TEAM: { label: 'Team', field: 'team' },
  PROJECT: { label: 'Project', field: 'project' },
  COST_CENTER: { label: 'Cost center', field: 'costCenter' },
  ENVIRONMENT: { label: 'Environment', field: 'environment' },
  USER: { label: 'User', field: 'user' },
  PROVIDER: { label: 'Provider', field: 'provider' },
  MODEL: { label: 'Model', field: 'model' },
  MODEL_FAMILY: { label: 'Model family', field: 'modelFamily' },
  API_KEY: { label: 'API key', field: 'apiKey' },
  REQUEST_TYPE: { label: 'Request type', field: 'requestType' },
  SERVICE_TIER: { label: 'Service tier', field: 'serviceTier' },
};

export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** A dimension and the values of it that count. */
export interface Part {
  dimension: Dimension;
  values: string[];
}

/** Which calls count, as it is filled in. */
export interface Slice {
  parts: Part[];
  /** What the form has no field for, such as tags and exceptions: kept as it is. */
  rest: UsageFilter;
}

export const everything: Slice = { parts: [], rest: {} };

/** Reads a filter as the API has it. */
export function sliceOf(filter: unknown): Slice {
  if (typeof filter !== 'object' || filter === null) {
    return everything;
  }
  const given = filter as Record<string, unknown>;
  const parts = dimensionNames.flatMap((dimension) => {
    const values = given[dimensions[dimension].field];
    return isTexts(values) && values.length > 0 ? [{ dimension, values }] : [];
  });
  const fields = new Set<string>(parts.map(({ dimension }) => dimensions[dimension].field));
  const rest = Object.entries(given).filter(([field, value]) => !fields.has(field) && value !== null);
  return { parts, rest: Object.fromEntries(rest) };
}

/** The filter as the API takes it; null for all calls. */
export function toFilter({ parts, rest }: Slice): UsageFilter | null {
  const filter = { ...rest };
  for (const { dimension, values } of parts.filter((part) => part.values.length > 0)) {
    filter[dimensions[dimension].field] = values;
  }
  return Object.keys(filter).length === 0 ? null : filter;
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** Which calls count, in words: `team search or support, model gpt-5.5`; empty for all. */
export function sliceText({ parts, rest }: Slice): string {
  const words = parts.map(({ dimension, values }) => {
    return `${inSentence(dimensions[dimension].label)} ${either.format(values)}`;
  });
  if (Object.keys(rest).length > 0) {
    words.push(words.length === 0 ? 'calls that match further filters' : 'further filters');
  }
  return words.join(', ');
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
