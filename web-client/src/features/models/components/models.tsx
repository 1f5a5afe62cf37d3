import { Paper, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
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
import { models, useModels, type Model } from '../api/get-models';
import { readView, toModelFilter, writeView } from '../model/view';
import { ModelFilters } from './model-filters';
import { ModelsTable } from './models-table';
import { PricesDialog } from './prices-dialog';

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
  const [opened, setOpened] = useState<Model | null>(null);
  const [{ data, error, fetching, stale }, execute] = useModels(filter);
  const pages = usePages(writeView(asked).toString(), data?.models, async (after) => {
    const result = await client.query(models, { filter, after, providers: false }).toPromise();
    return { page: result.data?.models, error: result.error };
  });

  return (
    <Stack gap="md">
      <PageHead title="Models">
        Prices in USD for a million tokens, as they are charged now. Own prices go before the catalogue’s.
      </PageHead>
      <ModelFilters
        view={view}
        providers={data?.providers?.nodes ?? []}
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
              <ModelsTable models={pages.nodes} onPrices={setOpened} />
              <LoadMore pages={pages} what="models" />
            </>
          )}
        </Paper>
      )}
      <PricesDialog
        model={opened}
        mayChange={allows(scopes, 'CONTROL_WRITE')}
        timeZone={timeZone}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
