import { Button, Group, Paper, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { PageHead } from '@/components/page-head';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { ApiKeyScope } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { allows } from '@/lib/scopes';
import { usePages } from '@/lib/use-pages';
import { models, useModels } from '../api/get-models';
import { unpricedOf } from '../model/unpriced';
import { readView, toModelFilter, writeView } from '../model/view';
import { ModelDialogs, type Opened } from './model-dialogs';
import { ModelFilters } from './model-filters';
import { ModelsTable } from './models-table';
import { UnpricedModels } from './unpriced-models';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

/** The catalogue: what models there are, what they can do, and what they cost the organization. */
export function Models({ timeZone, scopes }: Props) {
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  // Not a question for each letter that is typed.
  const [asked] = useDebouncedValue(view, 250);
  const filter = useMemo(() => toModelFilter(asked), [asked]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const mayChange = allows(scopes, 'CONTROL_WRITE');
  const [{ data, error, fetching, stale }, execute] = useModels(filter, allows(scopes, 'USAGE_READ'));
  const providers = data?.providers?.nodes ?? [];
  const pages = usePages(writeView(asked).toString(), data?.models, async (after) => {
    const result = await client
      .query(models, { filter, after, providers: false, unpriced: false })
      .toPromise();
    return { page: result.data?.models, error: result.error };
  });

  return (
    <Stack gap="md">
      <PageHead
        title="Models"
        actions={
          mayChange && (
            <Group gap="sm">
              <Button
                variant="default"
                leftSection={<IconRefresh size={16} aria-hidden="true" />}
                onClick={() => setOpened({ kind: 'reprice' })}
              >
                Charge again
              </Button>
              <Button
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                onClick={() => setOpened({ kind: 'add', model: { provider: '', name: '' } })}
              >
                Add own price
              </Button>
            </Group>
          )
        }
      >
        Prices in USD for a million tokens, as they are charged now. Own prices go before the catalogue’s;
        calls that are recorded keep their cost until they are charged again.
      </PageHead>
      <UnpricedModels
        models={unpricedOf(data?.organization)}
        onPrice={mayChange ? (model) => setOpened({ kind: 'add', model }) : undefined}
      />
      <ModelFilters
        view={view}
        providers={providers}
        onChange={(next, typing) => setParams(writeView(next), { preventScrollReset: true, replace: typing })}
      />
      {error !== undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : data?.models.totalCount === 0 ? (
        <EmptyPanel title="No models match" />
      ) : (
        <Paper
          withBorder
          p="md"
          component="section"
          aria-label="Catalogue"
          aria-busy={fetching || stale || data === undefined}
        >
          {data === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <ModelsTable models={pages.nodes} onPrices={(model) => setOpened({ kind: 'prices', model })} />
              <LoadMore pages={pages} what="models" />
            </>
          )}
        </Paper>
      )}
      <ModelDialogs
        opened={opened}
        providers={providers.map(({ name }) => name)}
        mayChange={mayChange}
        timeZone={timeZone}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
