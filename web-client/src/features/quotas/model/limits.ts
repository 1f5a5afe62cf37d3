import type { QuotaLimitsInput } from '@/gql/graphql';
import type { Limits } from '../api/get-quotas';
import { metrics } from './metrics';

/** Limits as they are filled in; empty is no limit. */
export type LimitsDraft = Record<keyof Limits, string>;

export const noLimits: LimitsDraft = {
  totalTokens: '',
  inputTokens: '',
  outputTokens: '',
  requests: '',
  cost: '',
};

/** Where filling in begins. */
export function limitsDraftOf(limits: Limits): LimitsDraft {
  const draft = { ...noLimits };
  for (const { field } of metrics) {
    draft[field] = limits[field] === null ? '' : String(limits[field]);
  }
  return draft;
}

/** What is wrong with them, by field; `totalTokens` stands for all when none is given and one is needed. */
export function limitProblems(draft: LimitsDraft, needed = true): Partial<LimitsDraft> {
  const problems: Partial<LimitsDraft> = {};
  for (const { field } of metrics) {
    const text = draft[field].trim();
    if (text !== '' && !isLimit(Number(text), field)) {
      problems[field] = field === 'cost' ? 'An amount above 0.' : 'A whole number above 0.';
    }
  }
  if (needed && metrics.every(({ field }) => draft[field].trim() === '')) {
    problems.totalTokens = 'At least one limit.';
  }
  return problems;
}

function isLimit(value: number, field: keyof Limits): boolean {
  return value > 0 && (field === 'cost' ? Number.isFinite(value) : Number.isSafeInteger(value));
}

/** The limits that are given; they must be right. */
export function toLimits(draft: LimitsDraft): Limits {
  const limit = (field: keyof Limits) => (draft[field].trim() === '' ? null : Number(draft[field]));
  return {
    totalTokens: limit('totalTokens'),
    inputTokens: limit('inputTokens'),
    outputTokens: limit('outputTokens'),
    requests: limit('requests'),
    cost: limit('cost'),
  };
}

/** The limits as the API takes them: without those that are none. */
export function toLimitsInput(limits: Limits): QuotaLimitsInput {
  return Object.fromEntries(
    metrics.flatMap(({ field }) => (limits[field] === null ? [] : [[field, limits[field]]])),
  );
}
