import { Button, Group, NativeSelect, Paper, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { AlertDeliveryFilter, AlertDeliveryStatus } from '@/gql/graphql';
import { explain, explainRefusal, type Failure } from '@/lib/failure';
import { usePages } from '@/lib/use-pages';
import { deliveries, useDeliveries, type Delivery } from '../api/get-deliveries';
import { sendReplay } from '../api/replay-delivery';
import { deliveryStatuses } from '../model/words';
import { DeliveriesTable } from './deliveries-table';

/** What was to be delivered and what became of it, newest first. What is looked for lives in the address. */
export function DeliveriesTab({ timeZone, mayChange }: { timeZone: string; mayChange: boolean }) {
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const [replaying, setReplaying] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Failure | null>(null);
  const filter = filterOf(params);
  const [{ data, error, fetching }, execute] = useDeliveries(filter);
  const refresh = () => execute({ requestPolicy: 'network-only' });
  const first = data?.organization.alertDeliveries;
  const pages = usePages(`deliveries ${JSON.stringify(filter)}`, first, async (after) => {
    const result = await client.query(deliveries, { filter, after, first: false }).toPromise();
    return { page: result.data?.organization.alertDeliveries, error: result.error };
  });

  async function replay({ id }: Delivery) {
    setFailure(null);
    setReplaying((known) => new Set(known).add(id));
    const refused = await sendReplay(client, id);
    setReplaying((known) => new Set([...known].filter((each) => each !== id)));
    if (refused !== undefined) {
      setFailure(explainRefusal(refused));
    }
  }

  function look(name: 'status' | 'destination', value: string) {
    const next = new URLSearchParams(params);
    if (value === '') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setParams(next);
  }

  return (
    <Stack gap="md">
      {failure !== null && <Refusal failure={failure} onClose={() => setFailure(null)} />}
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="Destination"
          data={[
            { value: '', label: 'All' },
            ...(data?.organization.alertDestinations ?? { nodes: [] }).nodes.map(({ id, name }) => ({
              value: id,
              label: name,
            })),
          ]}
          value={filter.destinationId ?? ''}
          onChange={(event) => look('destination', event.currentTarget.value)}
        />
        <NativeSelect
          label="What became of it"
          data={[
            { value: '', label: 'All' },
            ...Object.entries(deliveryStatuses).map(([value, { text }]) => ({ value, label: text })),
          ]}
          value={filter.status ?? ''}
          onChange={(event) => look('status', event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden="true" />}
          loading={fetching}
          onClick={refresh}
        >
          Look again
        </Button>
      </Group>
      {error !== undefined && first === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={refresh} />
      ) : first?.totalCount === 0 ? (
        <EmptyPanel
          title={
            Object.keys(filter).length === 0 ? 'Nothing was delivered yet' : 'Nothing was delivered that fits'
          }
        />
      ) : (
        <Paper withBorder p="md" component="section" aria-label="Deliveries">
          {first === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <DeliveriesTable
                deliveries={pages.nodes}
                timeZone={timeZone}
                replaying={replaying}
                onReplay={mayChange ? (delivery) => void replay(delivery) : undefined}
              />
              <LoadMore pages={pages} what="deliveries" />
            </>
          )}
        </Paper>
      )}
    </Stack>
  );
}

function filterOf(params: URLSearchParams): AlertDeliveryFilter {
  const destinationId = params.get('destination');
  const status = params.get('status');
  return {
    ...(destinationId === null ? {} : { destinationId }),
    ...(isStatus(status) ? { status } : {}),
  };
}

function isStatus(text: string | null): text is AlertDeliveryStatus {
  return text !== null && Object.hasOwn(deliveryStatuses, text);
}
