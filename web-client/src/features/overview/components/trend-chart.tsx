import { Chart } from '@/components/chart';
import type { Series } from '../model/trend';
import { chartOptions } from './chart-options';

/** Draws the trend. */
export default function TrendChart({ series }: { series: Series }) {
  return <Chart series={series} options={chartOptions} height={280} />;
}
