import type { UsageMetric } from '@/gql/graphql';
import { formatCount, formatMilliseconds, formatMoney, formatPercent, type Formatter } from '@/lib/format';

interface MetricTraits {
  label: string;
  /** What a bound is given in. */
  unit: string;
  format: Formatter;
}

const count = (label: string, unit: string): MetricTraits => ({ label, unit, format: formatCount });
const percent = (label: string): MetricTraits => ({ label, unit: 'percent', format: formatPercent });
const latency = (label: string): MetricTraits => ({ label, unit: 'ms', format: formatMilliseconds });

/** What a rule can look at, what is asked for most first. */
export const metrics: Record<UsageMetric, MetricTraits> = {
  COST: { label: 'Cost', unit: 'USD', format: formatMoney },
  TOTAL_TOKENS: count('Tokens', 'tokens'),
  REQUESTS: count('Calls', 'calls'),
  ERROR_RATE: percent('Error rate'),
  P95_LATENCY_MS: latency('p95 latency'),
  INPUT_TOKENS: count('Input tokens', 'tokens'),
  OUTPUT_TOKENS: count('Output tokens', 'tokens'),
  CACHED_INPUT_TOKENS: count('Cached input tokens', 'tokens'),
  CACHE_CREATION_TOKENS: count('Tokens written to the cache', 'tokens'),
  REASONING_TOKENS: count('Reasoning tokens', 'tokens'),
  ERRORS: count('Failed calls', 'calls'),
  SUCCESSES: count('Calls that succeeded', 'calls'),
  SUCCESS_RATE: percent('Success rate'),
  CACHE_HIT_RATE: percent('Cache hit rate'),
  TOKENS_PER_REQUEST: count('Tokens per call', 'tokens'),
  REQUESTS_PER_MINUTE: count('Calls per minute', 'calls'),
  UNPRICED_REQUESTS: count('Calls without a price', 'calls'),
  AVERAGE_LATENCY_MS: latency('Average latency'),
  P50_LATENCY_MS: latency('p50 latency'),
  P99_LATENCY_MS: latency('p99 latency'),
  ACTIVE_USERS: count('Active users', 'users'),
};

export const metricNames = Object.keys(metrics) as UsageMetric[];
