import type { OverrideQuotaInput } from '@/gql/graphql';
import { isDay, startOfDay } from '@/lib/zoned-time';
import type { Quota } from '../api/get-quotas';
import { inForce } from './draft';
import { limitProblems, toLimits, toLimitsInput, type LimitsDraft } from './limits';
import { whatIf } from './what-if';

/** An override as it is filled in. */
export interface OverrideDraft {
  limits: LimitsDraft;
  lastDay: string;
  reason: string;
}

/** What is wrong, by field. */
export interface OverrideProblems {
  limits: Partial<LimitsDraft>;
  lastDay?: string;
  reason?: string;
}

/** Finds what is wrong with a draft, in words for the person who filled it in; null when nothing is. */
export function overrideProblems(draft: OverrideDraft, timeZone: string, now: Date): OverrideProblems | null {
  const ends = isDay(draft.lastDay) ? Date.parse(startOfDay(draft.lastDay, timeZone, 1)) : 0;
  const problems: OverrideProblems = {
    limits: limitProblems(draft.limits),
    ...(ends > now.getTime() ? {} : { lastDay: 'Choose a day to come.' }),
    ...(draft.reason.trim() === '' ? { reason: 'Say why.' } : {}),
  };
  return Object.keys(problems.limits).length === 0 && Object.keys(problems).length === 1 ? null : problems;
}

/** The override as the API takes it, or its end when there is no draft; a draft must be right. */
export function toOverride(draft: OverrideDraft | null, { id }: Quota, timeZone: string): OverrideQuotaInput {
  return draft === null
    ? { id, limits: null }
    : {
        id,
        limits: toLimitsInput(toLimits(draft.limits)),
        expiresAt: startOfDay(draft.lastDay, timeZone, 1),
        reason: draft.reason.trim(),
      };
}

/** The quota as it will be, should the override be made. */
export function overridden(
  { limits, expiresAt, reason }: OverrideQuotaInput,
  quota: Quota,
  now: number,
): Quota {
  const next = {
    ...quota,
    version: quota.version + 1,
    override:
      limits === null || limits === undefined
        ? null
        : {
            limits: {
              totalTokens: limits.totalTokens ?? null,
              inputTokens: limits.inputTokens ?? null,
              outputTokens: limits.outputTokens ?? null,
              requests: limits.requests ?? null,
              cost: limits.cost ?? null,
            },
            expiresAt: expiresAt ?? '',
            reason: reason ?? null,
          },
  };
  return { ...next, utilization: whatIf(next, inForce(next, now), undefined, now) };
}
