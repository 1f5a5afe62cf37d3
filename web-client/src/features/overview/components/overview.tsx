import { Group, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { FailurePanel } from '@/components/failure-panel';
import { OwnUsageLine } from '@/components/own-usage-line';
import { explain } from '@/lib/failure';
import { useOverview, type OverviewUsage } from '../api/get-overview';
import { toUsageFilter, withFilter, withoutFilter, type Filter } from '../model/filters';
import type { View } from '../model/view';
import { DemoCredit } from './demo-credit';
import { FilterChips } from './filter-chips';
import { LiveSwitch } from './live-switch';
import classes from './overview.module.css';
import { PeriodPicker } from './period-picker';
import { RangeLine } from './range-line';
import { Results } from './results';
import { useLiveUsage } from './use-live-usage';
import { useView } from './use-view';

interface Props {
  organization: { slug: string; timeZone: string };
  /** Whether only the usage of the viewer's own API keys is shown. */
  own: boolean;
}

/** The organization's usage at a glance, or the viewer's own, and from there down to the single call. */
export function Overview({ organization, own }: Props) {
  const [view, setView] = useView();
  const [{ data, error, fetching, stale }, execute] = useOverview(view, organization.timeZone);
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const usage = data?.organization.usage;
  // What comes in now belongs to a period that ends now, once its numbers are there.
  const open = view.period.kind === 'preset';
  const live = useLiveUsage({
    base: open && error === undefined && !fetching && !stale ? usage : undefined,
    filter: useMemo(() => toUsageFilter(view.filters), [view.filters]),
    refresh,
  });
  const show = (change: Partial<View>) => setView({ ...view, ...change });

  return (
    <div className={classes['page']}>
      <title>Overview · Tollgate</title>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h2">
            Overview
          </Title>
          <RangeLine usage={usage} failed={error !== undefined} />
          {own && <OwnUsageLine />}
        </div>
        <PeriodPicker
          period={view.period}
          timeZone={organization.timeZone}
          onChange={(period) => show({ period })}
        />
      </Group>
      <div className={classes['bar']}>
        <FilterChips
          filters={view.filters}
          nameOf={(filter) => apiKeyName(usage, filter)}
          onAdd={(filter) => show({ filters: withFilter(view.filters, filter) })}
          onRemove={(filter) => show({ filters: withoutFilter(view.filters, filter) })}
          onClear={() => show({ filters: [] })}
        />
        {open && <LiveSwitch live={live} onRefresh={refresh} />}
      </div>
      {error === undefined ? (
        <Results
          usage={usage}
          added={live.added}
          busy={(fetching || stale) && usage !== undefined}
          view={view}
          show={show}
          onRefresh={refresh}
        />
      ) : (
        <FailurePanel failure={explain(error)} onRetry={refresh} />
      )}
      {organization.slug === 'demo' && <DemoCredit />}
    </div>
  );
}

function apiKeyName(usage: OverviewUsage | undefined, filter: Filter): string | undefined {
  const keys = usage?.apiKeys?.rows.nodes.flatMap((row) => row.keys) ?? [];
  return filter.dimension === 'API_KEY' ? keys.find((key) => key.value === filter.value)?.label : undefined;
}
