import type { Granularity, TrendDirection } from '@/gql/graphql';
import { formatChange, type Formatter } from '@/lib/format';
import { formatTime, type TimeFormat } from '@/lib/zoned-time';
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

const directions: Record<TrendDirection, string> = {
  INCREASING: 'Rising',
  DECREASING: 'Falling',
  STABLE: 'Steady',
  VOLATILE: 'Varying widely',
};

const buckets = { MINUTE: 'minute', HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month' };

/** The most bars that can still be told apart on a small screen. */
const maxBars = 62;

/** What the trend says in a sentence: its direction, its mean and its peak. */
export function summaryOf(trend: Trend, metric: Metric): string {
  const { analysis, granularity, timeZone } = trend;
  const { format } = metrics[metric];
  const parts = [
    `${directions[analysis.direction]}, mean ${format(analysis.mean).short} per ${buckets[granularity]}`,
  ];
  if (analysis.peak !== null) {
    const at = formatTime(analysis.peak.at, timeZone, bucketFormats[granularity].full);
    parts.push(`peak ${format(analysis.peak.value).short} on ${at}`);
  }
  if (analysis.changeRate !== null) {
    parts.push(`${formatChange(analysis.changeRate)} from first to last`);
  }
  return `${parts.join(' · ')}.`;
}

/** The trend as a series to draw. */
export function seriesOf(trend: Trend, metric: Metric): Series {
  const { label, format, additive, read } = metrics[metric];
  return {
    label,
    format,
    bars: additive && trend.points.length <= maxBars,
    granularity: trend.granularity,
    timeZone: trend.timeZone,
    description: `${label} per ${buckets[trend.granularity]}. ${summaryOf(trend, metric)}`,
    points: trend.points.map((point) => ({ at: point.at, value: read(point.metrics) })),
  };
}
