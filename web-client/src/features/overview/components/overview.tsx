import { Group, Title } from '@mantine/core';
import { FailurePanel } from '@/components/failure-panel';
import { explain } from '@/lib/failure';
import { useOverview, type OverviewUsage } from '../api/get-overview';
import { withFilter, withoutFilter, type Filter } from '../model/filters';
import type { View } from '../model/view';
import { DemoCredit } from './demo-credit';
import { FilterChips } from './filter-chips';
import classes from './overview.module.css';
import { PeriodPicker } from './period-picker';
import { RangeLine } from './range-line';
import { Results } from './results';
import { useView } from './use-view';

interface Props {
  organization: { slug: string; timeZone: string };
}

/** The organization's usage at a glance, and from there down to the single call. */
export function Overview({ organization }: Props) {
  const [view, setView] = useView();
  const [{ data, error, fetching, stale }, refresh] = useOverview(view, organization.timeZone);
  const usage = data?.organization.usage;
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
        </div>
        <PeriodPicker
          period={view.period}
          timeZone={organization.timeZone}
          onChange={(period) => show({ period })}
        />
      </Group>
      <FilterChips
        filters={view.filters}
        nameOf={(filter) => apiKeyName(usage, filter)}
        onAdd={(filter) => show({ filters: withFilter(view.filters, filter) })}
        onRemove={(filter) => show({ filters: withoutFilter(view.filters, filter) })}
        onClear={() => show({ filters: [] })}
      />
      {error === undefined ? (
        <Results usage={usage} busy={(fetching || stale) && usage !== undefined} view={view} show={show} />
      ) : (
        <FailurePanel failure={explain(error)} onRetry={() => refresh({ requestPolicy: 'network-only' })} />
      )}
      {organization.slug === 'demo' && <DemoCredit />}
    </div>
  );
}

function apiKeyName(usage: OverviewUsage | undefined, filter: Filter): string | undefined {
  const keys = usage?.apiKeys?.rows.nodes.flatMap((row) => row.keys) ?? [];
  return filter.dimension === 'API_KEY' ? keys.find((key) => key.value === filter.value)?.label : undefined;
}
