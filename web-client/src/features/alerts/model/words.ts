import type {
  AlertDeliveryStatus,
  AlertDestinationKind,
  AlertEnding,
  AlertOccasion,
  AlertSeverity,
  QuotaStatus,
} from '@/gql/graphql';
import type { PillTone } from '@/components/pill';
import { formatMoney, formatPercent } from '@/lib/format';
import { inSentence } from '@/lib/in-sentence';
import type { QuotaNames } from '../api/get-quota-names';
import type { Condition, Rule } from '../api/get-rules';
import { metrics } from './metrics';
import { dimensions, sliceOf, sliceText } from './slice';
import { windowKey, windowText } from './window';

export const severities: Record<AlertSeverity, { text: string; tone: PillTone }> = {
  INFO: { text: 'Info', tone: 'neutral' },
  WARNING: { text: 'Warning', tone: 'warning' },
  CRITICAL: { text: 'Critical', tone: 'bad' },
};

export const quotaWords: Record<QuotaStatus, string> = {
  OK: 'within its limits',
  WARNING: 'at its warning',
  CRITICAL: 'critical',
  EXCEEDED: 'used up',
};

export const endingWords: Record<AlertEnding, string> = {
  CONDITION: 'by itself',
  PERSON: 'by hand',
  RULE: 'with its rule',
};

export const kindWords: Record<AlertDestinationKind, string> = {
  WEBHOOK: 'Webhook',
  SLACK: 'Slack',
  EMAIL: 'Email',
};

export const occasionWords: Record<AlertOccasion, string> = {
  RAISED: 'Raised',
  RESOLVED: 'Resolved',
  TEST: 'Test',
};

export const deliveryStatuses: Record<AlertDeliveryStatus, { text: string; tone: PillTone }> = {
  PENDING: { text: 'Under way', tone: 'warning' },
  DELIVERED: { text: 'Delivered', tone: 'good' },
  FAILED: { text: 'Given up', tone: 'bad' },
};

/** When a rule raises an alert, in a sentence. */
export function conditionText(
  { threshold, change, quota, budgetForecast }: Condition,
  quotas: QuotaNames,
): string {
  if (threshold !== null) {
    const { label, format } = metrics[threshold.metric];
    const side = threshold.comparison === 'ABOVE' ? 'above' : 'below';
    return `${label} ${side} ${format(threshold.bound).full} ${windowText(windowKey(threshold.window))}`;
  }
  if (change !== null) {
    const { label } = metrics[change.metric];
    const rises = change.comparison === 'ABOVE';
    const percent = formatPercent(rises ? change.percent : -change.percent).full;
    return `${label} ${rises ? 'up' : 'down'} by more than ${percent} ${windowText(windowKey(change.window))}, against the period before`;
  }
  if (quota !== null) {
    const { quotaId } = quota;
    return `${quotaId === null ? 'Any quota' : quotaText(quotas.get(quotaId))} ${quotaWords[quota.status]}${quota.status === 'EXCEEDED' ? '' : ' or worse'}`;
  }
  return `This month’s cost forecast to be above ${formatMoney(budgetForecast?.amount ?? 0).full}`;
}

function quotaText(name: string | null | undefined): string {
  if (name === null) {
    return 'A deleted quota';
  }
  return name === undefined ? 'One quota' : `Quota “${name}”`;
}

/** Of which calls, and for each of what, in words; empty for all calls together. */
export function scopeText({ filter, groupBy }: Pick<Rule, 'filter' | 'groupBy'>): string {
  const slice = sliceText(sliceOf(filter));
  const group =
    groupBy === null || groupBy === 'TAG' ? '' : `for each ${inSentence(dimensions[groupBy].label)}`;
  return [slice === '' ? '' : `Only ${slice}`, group].filter((each) => each !== '').join(', ');
}
