import type { OverviewUsage } from '../api/get-overview';
import type { View } from '../model/view';
import { DetailsPanel } from './details-panel';
import { EmptyState } from './empty-state';
import { MetricCards } from './metric-cards';
import classes from './overview.module.css';
import { FreshnessLine } from './range-line';
import { TrendPanel } from './trend-panel';

interface Props {
  /** Absent until the first answer. */
  usage: OverviewUsage | undefined;
  /** Whether what is shown is about to be replaced. */
  busy: boolean;
  view: View;
  show: (change: Partial<View>) => void;
}

/** The numbers themselves. */
export function Results({ usage, busy, view, show }: Props) {
  const empty = usage?.comparison.REQUESTS.current === 0;
  return (
    <div
      className={classes['results']}
      aria-busy={busy || usage === undefined}
      data-refreshing={busy || undefined}
    >
      <MetricCards usage={usage} />
      {empty ? (
        <EmptyState filtered={view.filters.length > 0} onClear={() => show({ filters: [] })} />
      ) : (
        <>
          <TrendPanel usage={usage} metric={view.metric} onMetricChange={(metric) => show({ metric })} />
          <DetailsPanel usage={usage} view={view} onChange={show} />
        </>
      )}
      {usage !== undefined && <FreshnessLine usage={usage} />}
    </div>
  );
}
