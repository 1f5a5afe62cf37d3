import { Paper, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { ReasonDialog } from '@/components/reason-dialog';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { AlertStatus } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { useLast } from '@/lib/use-last';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages } from '@/lib/use-pages';
import { alerts, useAlerts, type Alert } from '../api/get-alerts';
import { sendResolution } from '../api/resolve-alert';
import { RaisedTable } from './raised-table';
import { useLiveAlerts } from './use-live-alerts';

const choices = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'all', label: 'All' },
];

const filters: Record<string, { status?: AlertStatus }> = {
  open: { status: 'OPEN' },
  resolved: { status: 'RESOLVED' },
  all: {},
};

const nothing: Record<string, string> = {
  open: 'Nothing goes on that a rule looks for',
  resolved: 'No alert was resolved yet',
  all: 'No alert was raised yet',
};

/** What was noticed, newest first, as it is noticed. */
export function RaisedTab({ timeZone, mayChange }: { timeZone: string; mayChange: boolean }) {
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const status = choices.find(({ value }) => value === params.get('status'))?.value ?? 'open';
  const filter = filters[status] ?? {};
  const [resolving, setResolving] = useState<Alert | null>(null);
  const shown = useLast(resolving);
  const [{ data, error }, execute] = useAlerts(filter);
  const refresh = () => execute({ requestPolicy: 'network-only' });
  useLiveAlerts(refresh);
  const first = data?.organization.alerts;
  const pages = usePages(`alerts ${status}`, first, async (after) => {
    const result = await client.query(alerts, { filter, after }).toPromise();
    return { page: result.data?.organization.alerts, error: result.error };
  });
  const { rows, change, failure, dismiss } = useOptimisticRows(pages.nodes, ownId);

  function resolve(alert: Alert, reason: string) {
    setResolving(null);
    const resolved = { status: 'RESOLVED', ending: 'PERSON', resolvedAt: new Date().toISOString() } as const;
    change({ ...alert, ...resolved }, () => sendResolution(client, alert.id, reason));
  }

  return (
    <Stack gap="md">
      {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
      <SegmentedControl
        aria-label="Which alerts"
        data={choices}
        value={status}
        onChange={(value) => setParams(value === 'open' ? {} : { status: value })}
        style={{ alignSelf: 'flex-start' }}
      />
      {error !== undefined && first === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={refresh} />
      ) : first?.totalCount === 0 ? (
        <EmptyPanel title={nothing[status] ?? ''} />
      ) : (
        <Paper withBorder p="md" component="section" aria-label="Alerts">
          {first === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <RaisedTable
                alerts={rows}
                timeZone={timeZone}
                onResolve={mayChange ? setResolving : undefined}
              />
              <LoadMore pages={pages} what="alerts" />
            </>
          )}
        </Paper>
      )}
      <ReasonDialog
        title={`Resolve “${shown?.rule ?? ''}”?`}
        opened={resolving !== null}
        confirm="Resolve alert"
        onConfirm={(reason) => resolving !== null && resolve(resolving, reason)}
        onClose={() => setResolving(null)}
      >
        Destinations are told that it is over. Where it still holds after the rule’s cool-down, another alert
        is raised.
      </ReasonDialog>
    </Stack>
  );
}
