import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '@/components/chart';
import { formatTime, isMidnight } from '@/lib/zoned-time';
import { bucketFormats, type Series } from '../model/trend';

/** The chart as ECharts wants it. */
export function chartOptions(series: Series, colors: ChartColors): EChartsCoreOption {
  const { full } = bucketFormats[series.granularity];
  const labels = { color: colors.text, fontSize: 11, hideOverlap: true };
  return {
    animation: false,
    aria: { enabled: true, label: { description: series.description } },
    color: [colors.accent],
    grid: { left: 4, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: series.bars ? 'shadow' : 'line' },
      backgroundColor: colors.surface,
      borderColor: colors.grid,
      textStyle: { color: colors.surfaceText, fontSize: 12 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? series.format(value).full : '–'),
    },
    xAxis: {
      type: 'category',
      data: series.points.map((point) => point.at),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.grid } },
      axisLabel: { ...labels, ...timeLabels(series), ...(series.bars ? {} : ends) },
      axisPointer: {
        label: { formatter: ({ value }: { value: string }) => formatTime(value, series.timeZone, full) },
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: { ...labels, formatter: (value: number) => series.format(value).tick },
    },
    series: [
      { name: series.label, data: series.points.map((point) => point.value), ...shape(series, colors) },
    ],
  };
}

/** A line begins and ends at the chart's edge, where a centered label would be cut off. */
const ends = { alignMinLabel: 'left', alignMaxLabel: 'right' };

/** Hours of several days are labeled by day, at midnight; otherwise any bucket may have its label. */
function timeLabels({ granularity, timeZone, points }: Series) {
  const { axis } = bucketFormats[granularity];
  if (granularity !== 'HOUR' || points.length <= 48) {
    return { formatter: (at: string) => formatTime(at, timeZone, granularity === 'HOUR' ? 'time' : axis) };
  }
  return {
    interval: (_: number, at: string) => isMidnight(at, timeZone),
    formatter: (at: string) => formatTime(at, timeZone, 'day'),
  };
}

function shape(series: Series, colors: ChartColors) {
  return series.bars
    ? { type: 'bar', barMaxWidth: 28, barCategoryGap: '22%', itemStyle: { borderRadius: [2, 2, 0, 0] } }
    : {
        type: 'line',
        showSymbol: series.points.length === 1,
        lineStyle: { width: 2 },
        areaStyle: { color: colors.accent, opacity: 0.1 },
      };
}
