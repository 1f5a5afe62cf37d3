import { Group, NativeSelect, Paper, Skeleton, Text, Title, Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { OverviewUsage } from '../api/get-overview';
import { metricNames, metrics, type Metric } from '../model/metrics';
import { seriesOf, summaryOf } from '../model/trend';
import classes from './trend-panel.module.css';
import { TrendTable } from './trend-table';

// The chart library is the largest part of the client: the page's numbers do not wait for it.
const TrendChart = lazy(() => import('./trend-chart'));

interface Props {
  usage: Pick<OverviewUsage, 'trend' | 'range'> | undefined;
  metric: Metric;
  onMetricChange: (metric: Metric) => void;
}

/** One metric over time, as a chart or as a table. */
export function TrendPanel({ usage, metric, onMetricChange }: Props) {
  const [asTable, setAsTable] = useState(false);
  // While another metric is on its way, the numbers are still those of the former one.
  const shown = usage === undefined ? metric : (usage.trend.analysis.metric as Metric);
  const series = useMemo(() => usage && seriesOf(usage.trend, shown, usage.range), [usage, shown]);

  return (
    <Paper withBorder component="section" aria-labelledby="trend-title" className={classes['panel']}>
      <Group justify="space-between" gap="sm" mb={4}>
        <Title order={2} size="h4" id="trend-title">
          Trend
        </Title>
        <Group gap="xs">
          <NativeSelect
            aria-label="Metric of the trend"
            size="xs"
            value={metric}
            data={metricNames.map((name) => ({ value: name, label: metrics[name].label }))}
            onChange={(event) => onMetricChange(event.currentTarget.value as Metric)}
          />
          <Button
            size="xs"
            variant="default"
            aria-pressed={asTable}
            leftSection={asTable ? <IconChartBar size={14} /> : <IconTable size={14} />}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Chart' : 'Table'}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="xs" className={classes['summary']}>
        {usage && summaryOf(usage.trend, shown, usage.range)}
      </Text>
      <div className={classes['content']}>
        {series === undefined && <Skeleton height={280} />}
        {series !== undefined && asTable && <TrendTable series={series} />}
        {series !== undefined && !asTable && (
          <Suspense fallback={<Skeleton height={280} />}>
            <TrendChart series={series} />
          </Suspense>
        )}
      </div>
    </Paper>
  );
}
