import type {
  AlertComparison,
  AlertConditionInput,
  AlertSeverity,
  CreateAlertRuleInput,
  QuotaStatus,
  UpdateAlertRuleInput,
  UsageMetric,
} from '@/gql/graphql';
import type { Condition, Named, Rule } from '../api/get-rules';
import { everything, sliceOf, toFilter, type Dimension, type Slice } from './slice';
import { toWindow, windowKey } from './window';

/** What a rule can be about. */
export type Kind = 'threshold' | 'change' | 'quota' | 'budgetForecast';

/** A rule as it is filled in; what its kind does not need is kept meanwhile. */
export interface Draft {
  name: string;
  kind: Kind;
  metric: UsageMetric;
  comparison: AlertComparison;
  bound: string;
  percent: string;
  window: string;
  /** Empty for every quota. */
  quotaId: string;
  quotaStatus: QuotaStatus;
  amount: string;
  slice: Slice;
  /** Empty for one alert. */
  groupBy: Dimension | '';
  severity: AlertSeverity;
  coolDown: string;
  destinationIds: string[];
  reason: string;
}

/** What is wrong, by field. */
export type Problems = Partial<Record<keyof Draft, string>>;

export const newRule: Draft = {
  name: '',
  kind: 'threshold',
  metric: 'COST',
  comparison: 'ABOVE',
  bound: '',
  percent: '50',
  window: 'TODAY',
  quotaId: '',
  quotaStatus: 'WARNING',
  amount: '',
  slice: everything,
  groupBy: '',
  severity: 'WARNING',
  coolDown: 'PT1H',
  destinationIds: [],
  reason: '',
};

/** Where filling in begins: as the rule is. */
export function draftOf(rule: Rule): Draft {
  return {
    ...newRule,
    ...conditionDraft(rule.condition),
    name: rule.name,
    slice: sliceOf(rule.filter),
    groupBy: rule.groupBy === 'TAG' ? '' : (rule.groupBy ?? ''),
    severity: rule.severity,
    coolDown: rule.coolDown,
    destinationIds: rule.destinations.map(({ id }) => id),
  };
}

function conditionDraft({ threshold, change, quota, budgetForecast }: Condition): Partial<Draft> {
  if (threshold !== null) {
    const { metric, comparison, bound, window } = threshold;
    return { kind: 'threshold', metric, comparison, bound: String(bound), window: windowKey(window) };
  }
  if (change !== null) {
    const { metric, comparison, percent, window } = change;
    // A fall is told without its sign.
    const size = String(comparison === 'ABOVE' ? percent : -percent);
    return { kind: 'change', metric, comparison, percent: size, window: windowKey(window) };
  }
  return quota !== null
    ? { kind: 'quota', quotaId: quota.quotaId ?? '', quotaStatus: quota.status }
    : { kind: 'budgetForecast', amount: String(budgetForecast?.amount ?? '') };
}

/** Finds what is wrong with a draft, in words for the person who filled it in. */
export function problemsOf(draft: Draft): Problems {
  return {
    ...(draft.name.trim() === '' ? { name: 'Give it a name.' } : {}),
    ...conditionProblems(draft),
    ...(draft.slice.parts.some(({ values }) => values.length === 0) && isSliced(draft)
      ? { slice: 'Say which ones, or remove it.' }
      : {}),
  };
}

function conditionProblems({ kind, bound, percent, amount }: Draft): Problems {
  switch (kind) {
    case 'threshold':
      return isNumber(bound) ? {} : { bound: 'A number.' };
    case 'change':
      return isNumber(percent) ? {} : { percent: 'A number.' };
    case 'budgetForecast':
      return isNumber(amount) && Number(amount) > 0 ? {} : { amount: 'An amount above 0.' };
    case 'quota':
      return {};
  }
}

/** Whether a rule of this kind looks at a slice: a quota says itself which calls count. */
export function isSliced({ kind }: Pick<Draft, 'kind'>): boolean {
  return kind !== 'quota';
}

/** The new rule as the API takes it; the draft must be right. */
export function toCreation(draft: Draft): CreateAlertRuleInput {
  const { filter, groupBy, ...others } = common(draft);
  return {
    ...others,
    ...(filter === null ? {} : { filter }),
    ...(groupBy === null ? {} : { groupBy }),
  };
}

/** The change as the API takes it; the draft must be right. */
export function toUpdate(draft: Draft, { id, version }: Rule): UpdateAlertRuleInput {
  return { id, expectedVersion: version, ...common(draft) };
}

/** The rule as it will be, should the change be made. */
export function changed(draft: Draft, rule: Rule, destinations: Named[]): Rule {
  const { name, filter, groupBy, severity, coolDown } = common(draft);
  return {
    ...rule,
    name,
    filter,
    groupBy,
    severity,
    coolDown,
    condition: toCondition(draft),
    destinations: destinations.filter(({ id }) => draft.destinationIds.includes(id)),
    version: rule.version + 1,
  };
}

function common(draft: Draft) {
  const reason = draft.reason.trim();
  return {
    name: draft.name.trim(),
    condition: toConditionInput(draft),
    filter: isSliced(draft) ? toFilter(draft.slice) : null,
    groupBy: isSliced(draft) && draft.groupBy !== '' ? draft.groupBy : null,
    severity: draft.severity,
    coolDown: draft.coolDown,
    destinationIds: draft.destinationIds,
    ...(reason === '' ? {} : { reason }),
  };
}

function toConditionInput(draft: Draft): AlertConditionInput {
  const { metric, comparison } = draft;
  switch (draft.kind) {
    case 'threshold':
      return {
        threshold: { metric, comparison, bound: Number(draft.bound), window: toWindow(draft.window) },
      };
    case 'change':
      return { change: { metric, comparison, percent: signed(draft), window: toWindow(draft.window) } };
    case 'quota':
      return {
        quota: { status: draft.quotaStatus, ...(draft.quotaId === '' ? {} : { quotaId: draft.quotaId }) },
      };
    case 'budgetForecast':
      return { budgetForecast: { amount: Number(draft.amount) } };
  }
}

/** When the rule will raise an alert, as it is shown. */
export function toCondition(draft: Draft): Condition {
  const none: Condition = { threshold: null, change: null, quota: null, budgetForecast: null };
  const { metric, comparison } = draft;
  const window = { last: null, calendar: null, ...toWindow(draft.window) };
  switch (draft.kind) {
    case 'threshold':
      return { ...none, threshold: { metric, comparison, bound: Number(draft.bound), window } };
    case 'change':
      return { ...none, change: { metric, comparison, percent: signed(draft), window } };
    case 'quota': {
      const quotaId = draft.quotaId === '' ? null : draft.quotaId;
      return { ...none, quota: { quotaId, status: draft.quotaStatus } };
    }
    case 'budgetForecast':
      return { ...none, budgetForecast: { amount: Number(draft.amount) } };
  }
}

function signed({ comparison, percent }: Draft): number {
  // Not −0, which is no other number.
  return comparison === 'ABOVE' ? Number(percent) : 0 - Number(percent);
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
