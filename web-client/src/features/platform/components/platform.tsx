import { Button, Paper, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import { explain } from '@/lib/failure';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages } from '@/lib/use-pages';
import { platform, usePlatform } from '../api/get-platform';
import { readView, toFilter, writeView } from '../model/view';
import { CreateDialog } from './create-dialog';
import { OperatorsPanel } from './operators-panel';
import { OrganizationDialogs, type Opened } from './organization-dialogs';
import { OrganizationFilters } from './organization-filters';
import { OrganizationsTable } from './organizations-table';

interface Props {
  /** The one that the viewer's session is in. */
  organization: { slug: string; timeZone: string };
  /** Whether the viewer is an operator. */
  operator: boolean;
  /** Called when the viewer is one no longer. */
  onOperatorChanged: () => Promise<void>;
}

/** What is above the organizations: which there are, and who looks after them. */
export function Platform({ organization: { slug, timeZone }, operator, onOperatorChanged }: Props) {
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  // Not a question for each letter that is typed.
  const [asked] = useDebouncedValue(view, 250);
  const filter = useMemo(() => toFilter(asked), [asked]);
  const [creating, setCreating] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [{ data, error, fetching, stale }, execute] = usePlatform(filter);
  const first = data?.platform.organizations;
  const pages = usePages(writeView(asked).toString(), first, async (after) => {
    const result = await client.query(platform, { ...filter, after, first: false }).toPromise();
    return { page: result.data?.platform.organizations, error: result.error };
  });
  const { rows, change, failure, dismiss } = useOptimisticRows(pages.nodes, ownId);
  const operators = data?.platform.operators;

  return (
    <Stack gap="md">
      <PageHead
        title="Platform"
        actions={
          operator && (
            <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
              New organization
            </Button>
          )
        }
      >
        Which organizations there are in this installation, and who looks after them.
      </PageHead>
      {operator && (
        <OrganizationFilters
          view={view}
          onChange={(next, typing) =>
            setParams(writeView(next), { preventScrollReset: true, replace: typing })
          }
        />
      )}
      {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
      {error !== undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : first?.totalCount === 0 ? (
        <EmptyPanel title="No organizations match" />
      ) : (
        <Paper
          withBorder
          p="md"
          component="section"
          aria-label="Organizations"
          aria-busy={first !== undefined && (fetching || stale)}
        >
          {first === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <OrganizationsTable
                organizations={rows}
                current={slug}
                timeZone={timeZone}
                onAction={(organization, action) => setOpened({ action, organization })}
              />
              <LoadMore pages={pages} what="organizations" />
            </>
          )}
        </Paper>
      )}
      {error === undefined && operators !== undefined && (
        <OperatorsPanel operators={operators} me={data?.viewer?.user?.id} onLeft={onOperatorChanged} />
      )}
      <CreateDialog opened={creating} timeZone={timeZone} onClose={() => setCreating(false)} />
      <OrganizationDialogs
        opened={opened}
        onChange={change}
        timeZone={timeZone}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
