import { Button, Paper, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { ApiKeyScope } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages } from '@/lib/use-pages';
import { apiKeys, useKeys, type Key } from '../api/get-keys';
import { revokeApiKey } from '../api/revoke-key';
import { maySeeUsage, rightsOf } from '../model/rights';
import { CreateKeyDialog } from './create-key-dialog';
import { KeysTable } from './keys-table';
import { RevokeDialog } from './revoke-dialog';
import { RotateDialog } from './rotate-dialog';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

/** The organization's API keys; for those who may not read settings their own. */
export function Keys({ timeZone, scopes }: Props) {
  const client = useClient();
  const [now] = useState(() => Date.now());
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const [rotating, setRotating] = useState<Key | null>(null);
  const usage = maySeeUsage(scopes);
  const [{ data, error }, execute] = useKeys(usage);
  const first = data?.organization.apiKeys;
  const pages = usePages('keys', first, async (after) => {
    const result = await client.query(apiKeys, { after, first: false, usage }).toPromise();
    return { page: result.data?.organization.apiKeys, error: result.error };
  });
  const { rows, change, failure, dismiss } = useOptimisticRows(pages.nodes, ownId);
  const asker = { id: data?.viewer?.user?.id, scopes };

  function revoke(key: Key) {
    setRevoking(null);
    change({ ...key, revokedAt: new Date().toISOString() }, async () => {
      const result = await client.mutation(revokeApiKey, { input: { id: key.id } }).toPromise();
      const revoked = result.data?.revokeApiKey.apiKey;
      return { row: revoked && { ...key, ...revoked }, error: result.error };
    });
  }

  return (
    <Stack gap="md">
      <PageHead
        title="API keys"
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
            Create key
          </Button>
        }
      >
        What programs record usage and ask questions with.
      </PageHead>
      {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
      {error !== undefined && first === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : first?.totalCount === 0 ? (
        <EmptyPanel title="There are no API keys yet" />
      ) : (
        <Paper withBorder p="md" component="section" aria-label="Keys">
          {first === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <KeysTable
                keys={rows}
                timeZone={timeZone}
                now={now}
                rights={(key) => rightsOf(asker, key)}
                onRotate={setRotating}
                onRevoke={setRevoking}
              />
              <LoadMore pages={pages} what="keys" />
            </>
          )}
        </Paper>
      )}
      <CreateKeyDialog
        opened={creating}
        scopes={scopes}
        timeZone={timeZone}
        onClose={() => setCreating(false)}
      />
      <RotateDialog rotating={rotating} onClose={() => setRotating(null)} />
      <RevokeDialog revoking={revoking} onConfirm={revoke} onClose={() => setRevoking(null)} />
    </Stack>
  );
}
