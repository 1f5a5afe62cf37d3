import { Skeleton, Text } from '@mantine/core';
import { formatCount, formatMilliseconds } from '@/lib/format';
import { formatRange, formatTime } from '@/lib/zoned-time';
import type { OverviewUsage } from '../api/get-overview';
import classes from './overview.module.css';

/** Which time the numbers are of, what they are compared with, and how recent they are. */
export function RangeLine({ usage, failed }: { usage: OverviewUsage | undefined; failed: boolean }) {
  if (failed) {
    return null;
  }
  if (usage === undefined) {
    return (
      <Text size="sm" component="div" className={classes['line']}>
        <Skeleton height={14} width={320} maw="100%" />
      </Text>
    );
  }
  const { range, comparison } = usage;
  return (
    <Text size="sm" c="dimmed" className={classes['line']} role="status">
      {formatRange(range.from, range.to, range.timeZone)} ({range.timeZone}), compared with{' '}
      {formatRange(comparison.baseline.from, comparison.baseline.to, range.timeZone)}
    </Text>
  );
}

/** How recent the numbers are, and what is missing in the cost. */
export function FreshnessLine({ usage, live }: { usage: OverviewUsage; live: boolean }) {
  const { freshness, metrics, range } = usage;
  const unpriced = metrics.unpricedRequests;
  return (
    <Text size="xs" c="dimmed">
      Counted through {formatTime(freshness.committedThrough, range.timeZone, 'moment')}
      {freshness.lagMs > 0 && `, ${formatMilliseconds(freshness.lagMs).short} behind`}.
      {live && ' Tokens, cost, requests and error rate above go on from there.'}
      {unpriced > 0 && ` The cost leaves out ${formatCount(unpriced).full} calls with no known price.`}
    </Text>
  );
}
