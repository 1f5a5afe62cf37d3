import { Paper, Stack } from '@mantine/core';
import { useMemo } from 'react';
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
import { auditLog, useAuditLog } from '../api/get-audit-log';
import { readView, toAuditFilter, viewPath, writeView } from '../model/view';
import { AuditFilters } from './audit-filters';
import { Entries } from './entries';
import { Verification } from './verification';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

/** Who changed what, newest first. */
export function AuditLog({ timeZone, scopes }: Props) {
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const filter = useMemo(() => toAuditFilter(view, timeZone), [view, timeZone]);
  const [{ data, error, fetching, stale }, execute] = useAuditLog(filter);
  const pages = usePages(viewPath(view), data?.organization.auditLog, async (after) => {
    const result = await client.query(auditLog, { filter, after }).toPromise();
    return { page: result.data?.organization.auditLog, error: result.error };
  });

  return (
    <Stack gap="md">
      <PageHead title="Audit log" actions={allows(scopes, 'ADMIN') && <Verification />}>
        Every change of settings, every sign-in, and whatever was refused.
      </PageHead>
      <AuditFilters
        view={view}
        entries={pages.nodes}
        onChange={(next) => setParams(writeView(next), { preventScrollReset: true })}
      />
      {error !== undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : data?.organization.auditLog.totalCount === 0 ? (
        <EmptyPanel title={filter === null ? 'Nothing has happened yet' : 'No entries match these filters'} />
      ) : (
        <Paper
          withBorder
          p="md"
          component="section"
          aria-label="Entries"
          aria-busy={fetching || stale || data === undefined}
        >
          {data === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <Entries entries={pages.nodes} view={view} timeZone={timeZone} />
              <LoadMore pages={pages} what="entries" />
            </>
          )}
        </Paper>
      )}
    </Stack>
  );
}
