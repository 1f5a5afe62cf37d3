import type { QuotaMetric } from '@/gql/graphql';
import { formatCount, formatMoney, type Formatter } from '@/lib/format';
import type { Limits } from '../api/get-quotas';

/** What can be limited. */
export interface Metric {
  metric: QuotaMetric;
  field: keyof Limits;
  label: string;
  format: Formatter;
}

export const metrics: readonly Metric[] = [
  { metric: 'TOTAL_TOKENS', field: 'totalTokens', label: 'Tokens', format: formatCount },
  { metric: 'INPUT_TOKENS', field: 'inputTokens', label: 'Input tokens', format: formatCount },
  { metric: 'OUTPUT_TOKENS', field: 'outputTokens', label: 'Output tokens', format: formatCount },
  { metric: 'REQUESTS', field: 'requests', label: 'Calls', format: formatCount },
  { metric: 'COST', field: 'cost', label: 'Cost', format: formatMoney },
];

const byMetric = new Map(metrics.map((each) => [each.metric, each]));

export function metricOf(metric: QuotaMetric): Metric {
  const known = byMetric.get(metric);
  if (known === undefined) {
    throw new Error(`Nothing is known of ${metric}.`);
  }
  return known;
}
