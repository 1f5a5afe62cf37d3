import type { ChangeFragment } from '@/gql/graphql';
import { toExact, toNumber } from '@/lib/decimal';
import { errorRate, nothing, plus, type UsageAmounts } from '@/lib/usage-amounts';
import type { OverviewUsage } from '../api/get-overview';
import { metrics, type Metric } from './metrics';

type Comparison = OverviewUsage['comparison'];

/**
 * The key figures with what has come in since. Percentiles and distinct users do not add up, so that these stay what they were
 * when the page was read.
 */
export function liveComparison(
  { comparison, metrics: read }: OverviewUsage,
  added: UsageAmounts,
): Comparison {
  if (added === nothing) {
    return comparison;
  }
  const total = plus(
    {
      requests: comparison.REQUESTS.current,
      errors: read.errors,
      totalTokens: comparison.TOTAL_TOKENS.current,
      cost: toExact(comparison.COST.current),
    },
    added,
  );
  const changed = (metric: Metric, current: number) => changeTo(comparison[metric], metric, current);
  return {
    ...comparison,
    REQUESTS: changed('REQUESTS', total.requests),
    TOTAL_TOKENS: changed('TOTAL_TOKENS', total.totalTokens),
    COST: changed('COST', toNumber(total.cost)),
    ERROR_RATE: changed('ERROR_RATE', errorRate(total)),
  };
}

function changeTo({ baseline }: ChangeFragment, metric: Metric, current: number): ChangeFragment {
  const difference = current - baseline;
  return {
    current,
    baseline,
    percent: baseline === 0 ? null : (difference / baseline) * 100,
    direction: difference === 0 ? 'UNCHANGED' : difference > 0 ? 'UP' : 'DOWN',
    improvement: improvement(metrics[metric].better, difference),
  };
}

function improvement(better: 'less' | 'more' | null, difference: number): boolean | null {
  return better === null || difference === 0 ? null : difference < 0 === (better === 'less');
}
