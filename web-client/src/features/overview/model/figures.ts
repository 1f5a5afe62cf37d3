import type { ChangeFragment } from '@/gql/graphql';
import type { OverviewUsage } from '../api/get-overview';
import type { Metric } from './metrics';

/** One of the page's key numbers. */
export interface Figure {
  /** Null where no call told it: unknown is not zero. */
  value: number | null;
  /** How it changed, or in words why that cannot be said. */
  change: ChangeFragment | string;
}

/** The number of a metric against the period before. */
export function figureOf(usage: Pick<OverviewUsage, 'comparison' | 'metrics'>, metric: Metric): Figure {
  const { comparison, metrics } = usage;
  const change = comparison[metric];
  const latency = metric === 'P95_LATENCY_MS';
  if (latency && metrics.latency === null) {
    return { value: null, change: 'not reported' };
  }
  // Against a period without a single call, every number is up, and none of them better or worse.
  if (comparison.REQUESTS.baseline === 0) {
    return { value: change.current, change: 'no calls before' };
  }
  return { value: change.current, change: latency && change.baseline === 0 ? 'not reported before' : change };
}
