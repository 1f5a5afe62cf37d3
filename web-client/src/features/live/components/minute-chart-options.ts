import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '@/components/chart';
import { formatCount } from '@/lib/format';
import { formatTime } from '@/lib/zoned-time';
import type { MinuteSeries } from '../model/minute-series';

/** Bars by minute, the running one with its projection on top. */
export function minuteChartOptions(series: MinuteSeries, colors: ChartColors): EChartsCoreOption {
  const { minutes, timeZone } = series;
  const labels = { color: colors.text, fontSize: 11, hideOverlap: true };
  const bar = { type: 'bar', stack: 'minute', barCategoryGap: '22%' };
  return {
    animation: false,
    aria: { enabled: true, label: { description: series.description } },
    color: [colors.accent],
    grid: { left: 0, right: 4, top: 8, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colors.surface,
      borderColor: colors.grid,
      textStyle: { color: colors.surfaceText, fontSize: 12 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? formatCount(value).full : '–'),
    },
    xAxis: {
      type: 'category',
      data: minutes.map(({ at }) => at),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.grid } },
      axisLabel: { ...labels, formatter: (at: string) => formatTime(Number(at), timeZone, 'time') },
      axisPointer: {
        label: { formatter: ({ value }: { value: string }) => formatTime(Number(value), timeZone, 'time') },
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 2,
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: { ...labels, formatter: (value: number) => formatCount(value).tick },
    },
    series: [
      { ...bar, name: series.label, data: minutes.map(({ value }) => value) },
      {
        ...bar,
        name: 'Projected',
        data: minutes.map((_, index) => (index === minutes.length - 1 ? series.expected : null)),
        itemStyle: { color: colors.accent, opacity: 0.25 },
      },
    ],
  };
}
