import type { UsageMetric } from '@/gql/graphql';
import { formatCount, formatMilliseconds, formatMoney, formatPercent, type Formatter } from '@/lib/format';

/** The metrics of the page: on cards, in the chart, and to order the breakdown by. */
export const metricNames = [
  'TOTAL_TOKENS',
  'COST',
  'REQUESTS',
  'ERROR_RATE',
  'P95_LATENCY_MS',
  'ACTIVE_USERS',
] as const satisfies readonly UsageMetric[];

export type Metric = (typeof metricNames)[number];

/** The numbers a metric is read from; what was not asked for is absent. */
export interface MetricSource {
  totalTokens?: number;
  cost?: number;
  requests?: number;
  errorRate?: number;
  latency?: { p95Ms: number } | null;
  activeUsers?: number;
}

interface MetricTraits {
  label: string;
  format: Formatter;
  /** Whether the values of buckets add up to the whole, so that bars from zero tell the truth. */
  additive: boolean;
  /** What is better; null when neither is. */
  better: 'less' | 'more' | null;
  read: (source: MetricSource) => number | null;
}

export const metrics: Record<Metric, MetricTraits> = {
  TOTAL_TOKENS: {
    label: 'Tokens',
    format: formatCount,
    additive: true,
    better: null,
    read: (m) => m.totalTokens ?? null,
  },
  COST: {
    label: 'Cost',
    format: formatMoney,
    additive: true,
    better: 'less',
    read: (m) => m.cost ?? null,
  },
  REQUESTS: {
    label: 'Requests',
    format: formatCount,
    additive: true,
    better: 'more',
    read: (m) => m.requests ?? null,
  },
  ERROR_RATE: {
    label: 'Error rate',
    format: formatPercent,
    additive: false,
    better: 'less',
    read: (m) => m.errorRate ?? null,
  },
  P95_LATENCY_MS: {
    label: 'p95 latency',
    format: formatMilliseconds,
    additive: false,
    better: 'less',
    read: (m) => m.latency?.p95Ms ?? null,
  },
  ACTIVE_USERS: {
    label: 'Active users',
    format: formatCount,
    additive: false,
    better: 'more',
    read: (m) => m.activeUsers ?? null,
  },
};

/** Whether the text names a metric of the page. */
export function isMetric(text: string | null): text is Metric {
  return metricNames.some((name) => name === text);
}
