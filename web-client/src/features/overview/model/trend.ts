import type { Granularity, TrendDirection } from '@/gql/graphql';
import { formatChange, type Formatter } from '@/lib/format';
import { dayInZone, formatTime, nextMonth, startOfDay, type TimeFormat } from '@/lib/zoned-time';
import type { OverviewUsage } from '../api/get-overview';
import { metrics, type Metric } from './metrics';

/** What a chart shows. */
export interface Series {
  label: string;
  /** What the chart says, in a sentence for those who do not see it. */
  description: string;
  format: Formatter;
  bars: boolean;
  granularity: Granularity;
  timeZone: string;
  points: { at: string; value: number | null }[];
}

/** How a bucket's time is written on the axis and in full. */
export const bucketFormats: Record<Granularity, { axis: TimeFormat; full: TimeFormat }> = {
  MINUTE: { axis: 'time', full: 'minute' },
  HOUR: { axis: 'minute', full: 'minute' },
  DAY: { axis: 'day', full: 'weekday' },
  WEEK: { axis: 'day', full: 'weekday' },
  MONTH: { axis: 'month', full: 'month' },
};

type Trend = OverviewUsage['trend'];
type Range = Pick<OverviewUsage['range'], 'from' | 'to'>;

const directions: Record<TrendDirection, string> = {
  INCREASING: 'Rising',
  DECREASING: 'Falling',
  STABLE: 'Steady',
  VOLATILE: 'Varying widely',
};

const buckets = { MINUTE: 'minute', HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month' };

/** The most bars that can still be told apart on a small screen. */
const maxBars = 62;

function endOf(bucket: string, granularity: Granularity, timeZone: string): number {
  switch (granularity) {
    case 'MINUTE':
      return Date.parse(bucket) + 60_000;
    case 'HOUR':
      return Date.parse(bucket) + 3_600_000;
    case 'DAY':
    case 'WEEK':
      return Date.parse(startOfDay(dayInZone(bucket, timeZone), timeZone, granularity === 'DAY' ? 1 : 7));
    case 'MONTH':
      return Date.parse(nextMonth(bucket, timeZone));
  }
}

/** Whether the first and the last bucket are counted from their beginning to their end, and can be compared. */
function hasWholeEnds({ points, granularity, timeZone }: Trend, range: Range): boolean {
  const first = points[0];
  const last = points.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    Date.parse(first.at) >= Date.parse(range.from) &&
    endOf(last.at, granularity, timeZone) <= Date.parse(range.to)
  );
}

/** What the trend says in a sentence: its direction, its mean and its peak. */
export function summaryOf(trend: Trend, metric: Metric, range: Range): string {
  const { analysis, granularity, timeZone } = trend;
  const { format } = metrics[metric];
  const parts = [
    `${directions[analysis.direction]}, mean ${format(analysis.mean).short} per ${buckets[granularity]}`,
  ];
  if (analysis.peak !== null) {
    const at = formatTime(analysis.peak.at, timeZone, bucketFormats[granularity].full);
    parts.push(`peak ${format(analysis.peak.value).short} on ${at}`);
  }
  if (analysis.changeRate !== null && hasWholeEnds(trend, range)) {
    parts.push(`${formatChange(analysis.changeRate)} from first to last`);
  }
  return `${parts.join(' · ')}.`;
}

/** The trend as a series to draw. */
export function seriesOf(trend: Trend, metric: Metric, range: Range): Series {
  const { label, format, additive, read } = metrics[metric];
  return {
    label,
    format,
    bars: additive && trend.points.length <= maxBars,
    granularity: trend.granularity,
    timeZone: trend.timeZone,
    description: `${label} per ${buckets[trend.granularity]}. ${summaryOf(trend, metric, range)}`,
    points: trend.points.map((point) => ({ at: point.at, value: read(point.metrics) })),
  };
}
