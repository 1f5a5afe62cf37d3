import { Chart } from '@/components/chart';
import type { MinuteSeries } from '../model/minute-series';
import { minuteChartOptions } from './minute-chart-options';

/** Draws the minutes; from one second to the next only the numbers change. */
export default function MinuteChart({ series }: { series: MinuteSeries }) {
  return <Chart series={series} options={minuteChartOptions} height={128} sameForm />;
}
