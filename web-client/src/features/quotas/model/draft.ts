import type {
  CreateQuotaInput,
  EnforcementMode,
  QuotaPeriod,
  QuotaScopeInput,
  QuotaScopeType,
  UpdateQuotaInput,
} from '@/gql/graphql';
import type { Quota } from '../api/get-quotas';
import { limitProblems, limitsDraftOf, noLimits, toLimits, toLimitsInput, type LimitsDraft } from './limits';
import { hasRate, noRate, rateDraftOf, rateProblems, toRate, type RateDraft } from './rate';
import { whatIf } from './what-if';

/** A quota as it is filled in. */
export interface Draft {
  name: string;
  scope: QuotaScopeType;
  value: string;
  period: QuotaPeriod;
  resetDay: string;
  resetHour: string;
  limits: LimitsDraft;
  rate: RateDraft;
  mode: EnforcementMode;
  warning: string;
  critical: string;
  failOpen: boolean;
  reason: string;
}

/** What is wrong, by field. */
export type Problems = Partial<Record<Exclude<keyof Draft, 'limits' | 'rate'>, string>> & {
  limits: Partial<LimitsDraft>;
  rate: Partial<RateDraft>;
};

export const newQuota: Draft = {
  name: '',
  scope: 'ORGANIZATION',
  value: '',
  period: 'MONTHLY',
  resetDay: '1',
  resetHour: '0',
  limits: noLimits,
  rate: noRate,
  mode: 'ALERT',
  warning: '80',
  critical: '95',
  failOpen: false,
  reason: '',
};

/** Where filling in begins: as the quota is. */
export function draftOf(quota: Quota): Draft {
  return {
    name: quota.name,
    scope: quota.scope.type,
    value: quota.scope.value ?? '',
    period: quota.period,
    resetDay: String(quota.resetDay),
    resetHour: String(quota.resetHour),
    limits: limitsDraftOf(quota.limits),
    rate: rateDraftOf(quota.rate),
    mode: quota.mode,
    warning: String(quota.warningPercent),
    critical: String(quota.criticalPercent),
    failOpen: quota.failOpen,
    reason: '',
  };
}

/** Finds what is wrong with a draft, in words for the person who filled it in. */
export function problemsOf(draft: Draft): Problems {
  const warning = Number(draft.warning);
  const critical = Number(draft.critical);
  return {
    limits: limitProblems(draft.limits, !hasRate(draft.rate)),
    rate: rateProblems(draft.rate),
    ...(draft.name.trim() === '' ? { name: 'Give it a name.' } : {}),
    ...(draft.scope !== 'ORGANIZATION' && draft.value.trim() === '' ? { value: 'Say which one.' } : {}),
    ...(isWhole(warning, 1, 100) ? {} : { warning: 'A whole number from 1 to 100.' }),
    ...(isWhole(critical, warning, 100) ? {} : { critical: 'From the warning to 100.' }),
    ...(isWhole(Number(draft.resetDay), 1, lastDay(draft.period))
      ? {}
      : { resetDay: `1 to ${lastDay(draft.period)}.` }),
    ...(isWhole(Number(draft.resetHour), 0, 23) ? {} : { resetHour: '0 to 23.' }),
  };
}

export function isRight({ limits, rate, ...others }: Problems): boolean {
  return [limits, rate, others].every((problems) => Object.keys(problems).length === 0);
}

/** Whether a period begins on a day that can be chosen. */
export function hasDay(period: QuotaPeriod): boolean {
  return period === 'WEEKLY' || period === 'MONTHLY';
}

/** Whether a period begins at an hour that can be chosen. */
export function hasHour(period: QuotaPeriod): boolean {
  return period !== 'HOURLY' && !isRolling(period);
}

/** Whether it is a window that moves with time. */
export function isRolling(period: QuotaPeriod): boolean {
  return period.startsWith('ROLLING');
}

/** The new quota as the API takes it; the draft must be right. */
export function toCreation(draft: Draft): CreateQuotaInput {
  return {
    ...common(draft),
    ...(hasRate(draft.rate) ? { rate: toRate(draft.rate) } : {}),
    scope: toScope(draft),
    period: draft.period,
    ...(hasDay(draft.period) ? { resetDay: Number(draft.resetDay) } : {}),
    ...(hasHour(draft.period) ? { resetHour: Number(draft.resetHour) } : {}),
  };
}

/** The change as the API takes it; the draft must be right. */
export function toUpdate(draft: Draft, { id, version }: Quota): UpdateQuotaInput {
  return { id, expectedVersion: version, ...common(draft), rate: toRate(draft.rate) };
}

/** The quota as it will be, should the change be made. */
export function changed(draft: Draft, quota: Quota, now: number): Quota {
  const limits = toLimits(draft.limits);
  const next = {
    ...quota,
    name: draft.name.trim(),
    limits,
    mode: draft.mode,
    warningPercent: Number(draft.warning),
    criticalPercent: Number(draft.critical),
    failOpen: draft.failOpen,
    rate: hasRate(draft.rate) ? toRate(draft.rate) : null,
    version: quota.version + 1,
  };
  return { ...next, utilization: whatIf(next, inForce(next, now), undefined, now) };
}

/** The limits that hold now: an override's while it lasts. */
export function inForce(
  { limits, override }: Pick<Quota, 'limits' | 'override'>,
  now: number,
): Quota['limits'] {
  return isOverridden({ override }, now) && override !== null ? override.limits : limits;
}

/** Whether other limits hold than the quota's own. */
export function isOverridden({ override }: Pick<Quota, 'override'>, now: number): boolean {
  return override !== null && Date.parse(override.expiresAt) > now;
}

function common(draft: Draft) {
  const reason = draft.reason.trim();
  return {
    name: draft.name.trim(),
    limits: toLimitsInput(toLimits(draft.limits)),
    mode: draft.mode,
    warningPercent: Number(draft.warning),
    criticalPercent: Number(draft.critical),
    failOpen: draft.failOpen,
    ...(reason === '' ? {} : { reason }),
  };
}

function toScope({ scope, value }: Draft): QuotaScopeInput {
  const text = value.trim();
  switch (scope) {
    case 'ORGANIZATION':
      return { organization: true };
    case 'TEAM':
      return { team: text };
    case 'PROJECT':
      return { project: text };
    case 'USER':
      return { user: text };
    case 'API_KEY':
      return { apiKey: text };
    case 'FEATURE':
      return { feature: text };
    case 'MODEL':
      return { model: text };
    case 'PROVIDER':
      return { provider: text };
  }
}

function lastDay(period: QuotaPeriod): number {
  return period === 'WEEKLY' ? 7 : 31;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
