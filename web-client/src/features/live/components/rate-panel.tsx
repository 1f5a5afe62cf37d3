import { Paper, Skeleton, Text, Title } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { lazy, Suspense, useId, useMemo } from 'react';
import { ChangeBadge } from '@/components/change-badge';
import { FormattedNumber } from '@/components/formatted-number';
import { formatCount } from '@/lib/format';
import type { LiveState } from '../model/live-state';
import { minuteSeries } from '../model/minute-series';
import { rateOf, type Rate, type RateMetric } from '../model/rate';
import classes from './live.module.css';
import rateClasses from './rate-panel.module.css';

// The chart library is the largest part of the client: the page's numbers do not wait for it.
const MinuteChart = lazy(() => import('./minute-chart'));

interface Props {
  title: string;
  metric: RateMetric;
  state: LiveState | null;
  window: number;
  timeZone: string;
}

/** How much there is a minute: now, against the last one, and over time. */
export function RatePanel({ title, metric, state, window, timeZone }: Props) {
  const id = useId();
  const rate = state === null ? null : rateOf(state.board, state.now, metric);
  const series = useMemo(
    () => (state === null ? null : minuteSeries({ title, metric, state, window, timeZone })),
    [title, metric, state, window, timeZone],
  );
  // Drawing a chart costs more than writing a number, and a bar that grows is seen well enough once a second.
  const drawn = useThrottledValue(series, 1_000);

  return (
    <Paper withBorder component="section" aria-labelledby={id} className={classes['panel']}>
      <Title order={2} size="h5" id={id}>
        {title}
      </Title>
      <div className={rateClasses['figure']}>
        {rate === null ? <Skeleton height={32} width="50%" /> : <Current rate={rate} />}
      </div>
      <Text size="sm" c="dimmed" className={rateClasses['detail']}>
        {rate !== null && <Detail rate={rate} />}
      </Text>
      <div className={rateClasses['chart']}>
        {drawn === null ? (
          <Skeleton height={128} />
        ) : (
          <Suspense fallback={<Skeleton height={128} />}>
            <MinuteChart series={drawn} />
          </Suspense>
        )}
      </div>
    </Paper>
  );
}

function Current({ rate: { projected, changePercent } }: { rate: Rate }) {
  const direction =
    changePercent === null || changePercent === 0 ? 'UNCHANGED' : changePercent > 0 ? 'UP' : 'DOWN';
  return (
    <>
      <span className={rateClasses['value']}>
        <FormattedNumber value={Math.round(projected)} format={formatCount} />
      </span>
      {changePercent !== null && (
        <ChangeBadge change={{ percent: changePercent, direction, improvement: null }} />
      )}
    </>
  );
}

function Detail({ rate: { soFar, elapsed, lastMinute } }: { rate: Rate }) {
  return (
    <>
      <FormattedNumber value={soFar} format={formatCount} /> in {Math.floor(elapsed)} s, after{' '}
      <FormattedNumber value={lastMinute} format={formatCount} /> in the last minute
    </>
  );
}
