import { useMemo } from 'react';
import type { UsageAmounts } from '@/lib/usage-amounts';
import type { OverviewUsage } from '../api/get-overview';
import { liveComparison } from '../model/live-comparison';
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
  /** What has come in since; null when that is not watched. */
  added: UsageAmounts | null;
  /** Whether what is shown is about to be replaced. */
  busy: boolean;
  view: View;
  show: (change: Partial<View>) => void;
  onRefresh: () => void;
}

/** The numbers themselves. */
export function Results({ usage, added, busy, view, show, onRefresh }: Props) {
  const shown = useMemo(
    () =>
      usage === undefined || added === null ? usage : { ...usage, comparison: liveComparison(usage, added) },
    [usage, added],
  );
  const empty = usage?.comparison.REQUESTS.current === 0;
  return (
    <div
      className={classes['results']}
      aria-busy={busy || usage === undefined}
      data-refreshing={busy || undefined}
    >
      <MetricCards usage={shown} />
      {empty ? (
        <EmptyState
          filtered={view.filters.length > 0}
          arrived={added !== null && added.requests > 0}
          onClear={() => show({ filters: [] })}
          onRefresh={onRefresh}
        />
      ) : (
        <>
          <TrendPanel usage={usage} metric={view.metric} onMetricChange={(metric) => show({ metric })} />
          <DetailsPanel usage={usage} view={view} onChange={show} />
        </>
      )}
      {usage !== undefined && <FreshnessLine usage={usage} live={added !== null} />}
    </div>
  );
}
