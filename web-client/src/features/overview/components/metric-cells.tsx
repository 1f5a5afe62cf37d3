import { Table } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { metricNames, metrics, type MetricSource } from '../model/metrics';

/** A row's numbers, one cell a metric. */
export function MetricCells({ source }: { source: MetricSource }) {
  return metricNames.map((metric) => (
    <Table.Td key={metric} className={classes['number']}>
      <FormattedNumber value={metrics[metric].read(source)} format={metrics[metric].format} />
    </Table.Td>
  ));
}
