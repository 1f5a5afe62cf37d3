import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { ReasonDialog } from '@/components/reason-dialog';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import { explain, explainRefusal, type Failure } from '@/lib/failure';
import { useLast } from '@/lib/use-last';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages } from '@/lib/use-pages';
import { sendDeletion, sendTest } from '../api/change-destination';
import type { Delivery } from '../api/get-deliveries';
import { destinations, useDestinations, type Destination } from '../api/get-destinations';
import { DestinationDialog, type Opened } from './destination-dialog';
import { DestinationsTable } from './destinations-table';

/** What became of a test, or why there was none. */
type Tried = { delivery: Delivery } | { failure: Failure };

/** Where alerts are delivered to, beside the page. */
export function DestinationsTab({ timeZone, mayChange }: { timeZone: string; mayChange: boolean }) {
  const client = useClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [deleting, setDeleting] = useState<Destination | null>(null);
  const [testing, setTesting] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState<Tried | null>(null);
  const shown = useLast(deleting);
  const [{ data, error }, execute] = useDestinations();
  const first = data?.organization.alertDestinations;
  const pages = usePages('destinations', first, async (after) => {
    const result = await client.query(destinations, { after }).toPromise();
    return { page: result.data?.organization.alertDestinations, error: result.error };
  });
  const { rows, remove, failure, dismiss } = useOptimisticRows(pages.nodes, ownId);

  async function test({ id }: Destination) {
    setTried(null);
    setTesting((known) => new Set(known).add(id));
    const { delivery, error: refused } = await sendTest(client, id);
    setTesting((known) => new Set([...known].filter((each) => each !== id)));
    if (refused !== undefined) {
      setTried({ failure: explainRefusal(refused) });
    } else if (delivery !== undefined) {
      setTried({ delivery });
    }
  }

  function confirmDeletion(destination: Destination, reason: string) {
    setDeleting(null);
    remove(destination, () => sendDeletion(client, destination.id, reason));
  }

  return (
    <Stack gap="md">
      {mayChange && (
        <Group justify="flex-end">
          <Button
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setOpened({ kind: 'create' })}
          >
            Add destination
          </Button>
        </Group>
      )}
      {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
      {tried !== null && <Outcome tried={tried} onClose={() => setTried(null)} />}
      {error !== undefined && first === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : first?.totalCount === 0 ? (
        <EmptyPanel title="Alerts are told on this page alone">
          <Text c="dimmed" ta="center">
            A destination gets them by a webhook, Slack or email.
          </Text>
        </EmptyPanel>
      ) : (
        <Paper withBorder p="md" component="section" aria-label="Destinations">
          {first === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <DestinationsTable
                destinations={rows}
                timeZone={timeZone}
                mayChange={mayChange}
                testing={testing}
                onTest={(destination) => void test(destination)}
                onEdit={(destination) => setOpened({ kind: 'edit', destination })}
                onDelete={setDeleting}
              />
              <LoadMore pages={pages} what="destinations" />
            </>
          )}
        </Paper>
      )}
      <DestinationDialog opened={opened} onClose={() => setOpened(null)} />
      <ReasonDialog
        title={`Delete “${shown?.name ?? ''}”?`}
        opened={deleting !== null}
        confirm="Delete destination"
        onConfirm={(reason) => deleting !== null && confirmDeletion(deleting, reason)}
        onClose={() => setDeleting(null)}
      >
        Rules no longer lead there, and what waits is not delivered. What was delivered stays in the log.
      </ReasonDialog>
    </Stack>
  );
}

function Outcome({ tried, onClose }: { tried: Tried; onClose: () => void }) {
  if ('failure' in tried) {
    return <Refusal failure={tried.failure} onClose={onClose} />;
  }
  const { destinationName, status, error, responseCode } = tried.delivery;
  const taken = status === 'DELIVERED';
  const answer = responseCode === null ? '' : ` It answered ${responseCode}.`;
  return (
    <Alert
      color={taken ? 'green' : 'red'}
      variant="default"
      role={taken ? 'status' : 'alert'}
      title={
        taken ? `“${destinationName}” has taken the test` : `“${destinationName}” has not taken the test`
      }
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      <Text size="sm">
        {error ?? ''}
        {answer}
      </Text>
    </Alert>
  );
}
