import { Paper, Skeleton } from '@mantine/core';
import { FormattedNumber } from '@/components/formatted-number';
import type { ChangeFragment } from '@/gql/graphql';
import type { OverviewUsage } from '../api/get-overview';
import { metricNames, metrics, type Metric } from '../model/metrics';
import { ChangeBadge } from './change-badge';
import classes from './metric-cards.module.css';

/** The page's six numbers, each against the period before; placeholders of the same size while they load. */
export function MetricCards({ comparison }: { comparison: OverviewUsage['comparison'] | undefined }) {
  return (
    <section aria-label="Key figures">
      <dl className={classes['cards']}>
        {metricNames.map((metric) => (
          <MetricCard
            key={metric}
            metric={metric}
            change={comparison?.[metric]}
            // Against a period without a single call, every number is up, and none of them better or worse.
            comparable={comparison !== undefined && comparison.REQUESTS.baseline > 0}
          />
        ))}
      </dl>
    </section>
  );
}

interface CardProps {
  metric: Metric;
  change: ChangeFragment | undefined;
  comparable: boolean;
}

function MetricCard({ metric, change, comparable }: CardProps) {
  const { label, format } = metrics[metric];
  return (
    <Paper withBorder className={classes['card']} data-metric={metric}>
      <dt className={classes['label']}>{label}</dt>
      {change === undefined ? (
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
            <FormattedNumber value={change.current} format={format} />
          </dd>
          <dd className={classes['change']}>
            {comparable ? (
              <>
                <ChangeBadge change={change} />
                <span className={classes['previous']}>
                  from <FormattedNumber value={change.baseline} format={format} />
                </span>
              </>
            ) : (
              <span className={classes['previous']}>no calls before</span>
            )}
          </dd>
        </>
      )}
    </Paper>
  );
}
