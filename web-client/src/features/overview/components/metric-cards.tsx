import { Paper, Skeleton } from '@mantine/core';
import { ChangeBadge } from '@/components/change-badge';
import { FormattedNumber } from '@/components/formatted-number';
import type { OverviewUsage } from '../api/get-overview';
import { figureOf, type Figure } from '../model/figures';
import { metricNames, metrics, type Metric } from '../model/metrics';
import classes from './metric-cards.module.css';

/** The page's six numbers, each against the period before; placeholders of the same size while they load. */
export function MetricCards({ usage }: { usage: OverviewUsage | undefined }) {
  return (
    <section aria-label="Key figures">
      <dl className={classes['cards']}>
        {metricNames.map((metric) => (
          <MetricCard key={metric} metric={metric} figure={usage && figureOf(usage, metric)} />
        ))}
      </dl>
    </section>
  );
}

interface CardProps {
  metric: Metric;
  figure: Figure | undefined;
}

function MetricCard({ metric, figure }: CardProps) {
  const { label, format } = metrics[metric];
  return (
    <Paper withBorder className={classes['card']} data-metric={metric}>
      <dt className={classes['label']}>{label}</dt>
      {figure === undefined ? (
        <>
          <dd className={classes['value']}>
            <Skeleton height={28} width="70%" my={2} />
          </dd>
          <dd className={classes['change']}>
            <Skeleton height={18} width="50%" />
          </dd>
        </>
      ) : (
        <>
          <dd className={classes['value']}>
            <FormattedNumber value={figure.value} format={format} />
          </dd>
          <dd className={classes['change']}>
            <Change change={figure.change} metric={metric} />
          </dd>
        </>
      )}
    </Paper>
  );
}

function Change({ change, metric }: { change: Figure['change']; metric: Metric }) {
  if (typeof change === 'string') {
    return <span className={classes['previous']}>{change}</span>;
  }
  return (
    <>
      <ChangeBadge change={change} />
      <span className={classes['previous']}>
        from <FormattedNumber value={change.baseline} format={metrics[metric].format} />
      </span>
    </>
  );
}
