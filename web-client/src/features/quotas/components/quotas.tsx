import { Button, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { ApiKeyScope } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { follow } from '@/lib/live/follow';
import { useReconnected } from '@/lib/live/use-reconnected';
import { allows } from '@/lib/scopes';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages } from '@/lib/use-pages';
import { quotas, useQuotas } from '../api/get-quotas';
import { quotaCrossings } from '../api/watch-quotas';
import { readView, toQuotaFilter, writeView } from '../model/view';
import { QuotaCard } from './quota-card';
import { QuotaDialogs, type Opened } from './quota-dialogs';
import { QuotaFilters } from './quota-filters';
import classes from './quotas.module.css';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

/** How much may be used, how much is, and how much it will be. */
export function Quotas({ timeZone, scopes }: Props) {
  const client = useClient();
  const [now] = useState(() => Date.now());
  const [opened, setOpened] = useState<Opened | null>(null);
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  // Not a question for each letter that is typed.
  const [asked] = useDebouncedValue(view, 250);
  const filter = useMemo(() => toQuotaFilter(asked), [asked]);
  const [{ data, error, fetching }, execute] = useQuotas(filter);
  const refresh = () => execute({ requestPolicy: 'network-only' });
  const first = data?.organization.quotas;
  const pages = usePages(`quotas ${writeView(asked).toString()}`, first, async (after) => {
    const result = await client.query(quotas, { filter, after }).toPromise();
    return { page: result.data?.organization.quotas, error: result.error };
  });
  const optimistic = useOptimisticRows(pages.nodes, ownId);
  const mayChange = allows(scopes, 'CONTROL_WRITE');

  useReconnected(refresh);
  const hear = useEffectEvent(refresh);
  useEffect(
    // The page is right without it, until it is opened again.
    () => follow(client, quotaCrossings, {}, { next: () => hear(), end: () => undefined }),
    [client],
  );

  return (
    <Stack gap="md">
      <PageHead
        title="Quotas"
        actions={
          mayChange && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setOpened({ kind: 'create' })}
            >
              Create quota
            </Button>
          )
        }
      >
        How much may be used in a period, and how much of it is.
      </PageHead>
      {optimistic.failure !== null && <Refusal failure={optimistic.failure} onClose={optimistic.dismiss} />}
      {(filter !== null || first?.totalCount !== 0) && (
        <QuotaFilters
          view={view}
          onChange={(next, typing) =>
            setParams(writeView(next), { preventScrollReset: true, replace: typing })
          }
        />
      )}
      {error !== undefined && first === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={refresh} />
      ) : first === undefined ? (
        <TablePlaceholder />
      ) : first.totalCount === 0 ? (
        <EmptyPanel title={filter === null ? 'There are no quotas yet' : 'No quotas match'} />
      ) : (
        <section aria-label="Quotas" aria-busy={fetching}>
          <ul className={classes['cards']} aria-label="All quotas">
            {optimistic.rows.map((quota) => (
              <QuotaCard
                key={quota.id}
                quota={quota}
                timeZone={timeZone}
                now={now}
                mayChange={mayChange}
                onOpen={(kind) => setOpened({ kind, quota })}
              />
            ))}
          </ul>
          <LoadMore pages={pages} what="quotas" />
        </section>
      )}
      <QuotaDialogs
        opened={opened}
        timeZone={timeZone}
        optimistic={optimistic}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
