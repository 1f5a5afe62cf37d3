import type { EnforcementMode, QuotaPeriod, QuotaScopeType, QuotaStatus } from '@/gql/graphql';
import type { Limits, Quota } from '../api/get-quotas';
import { metrics } from './metrics';

export const scopeWords: Record<QuotaScopeType, string> = {
  ORGANIZATION: 'Whole organization',
  TEAM: 'Team',
  PROJECT: 'Project',
  USER: 'User',
  API_KEY: 'API key',
  FEATURE: 'Feature',
  MODEL: 'Model',
  PROVIDER: 'Provider',
};

export const periodWords: Record<QuotaPeriod, string> = {
  HOURLY: 'Hourly',
  DAILY: 'Daily',
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
  ROLLING_HOUR: 'Last hour, rolling',
  ROLLING_DAY: 'Last 24 hours, rolling',
  ROLLING_7_DAYS: 'Last 7 days, rolling',
  ROLLING_30_DAYS: 'Last 30 days, rolling',
};

export const modeWords: Record<EnforcementMode, string> = {
  ALERT: 'Alerts',
  THROTTLE: 'Throttles',
  BLOCK: 'Blocks',
};

export const statusWords: Record<QuotaStatus, string> = {
  OK: 'Within',
  WARNING: 'Warning',
  CRITICAL: 'Critical',
  EXCEEDED: 'Used up',
};

/** What a quota holds for, in words; API keys by their names. */
export function scopeText({ type, value, keyName }: Quota['scope']): string {
  if (value === null) {
    return scopeWords[type];
  }
  return `${scopeWords[type]} ${type === 'API_KEY' ? (keyName ?? 'that is not there') : value}`;
}

/** Limits in words: `50M tokens, $400.00 cost`. */
export function limitsText(limits: Limits): string {
  return metrics
    .flatMap(({ field, label, format }) => {
      const limit = limits[field];
      return limit === null ? [] : [`${format(limit).short} ${label.toLowerCase()}`];
    })
    .join(', ');
}
