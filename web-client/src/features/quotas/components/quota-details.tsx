import { Stack } from '@mantine/core';
import { FailurePanel } from '@/components/failure-panel';
import { TablePlaceholder } from '@/components/table-placeholder';
import { explain } from '@/lib/failure';
import { useHistory } from '../api/get-history';
import type { Quota } from '../api/get-quotas';
import { HistoryTable } from './history-table';
import { WhatIf } from './what-if';

/** What was used period by period, and how the running one would look with other limits. */
export function QuotaDetails({ quota, timeZone }: { quota: Quota; timeZone: string }) {
  const { history, error, refresh } = useHistory(quota.id);
  if (error !== undefined && history === undefined) {
    return <FailurePanel failure={explain(error)} onRetry={refresh} />;
  }
  if (history === undefined) {
    return <TablePlaceholder rows={5} />;
  }
  return (
    <Stack gap="lg">
      <WhatIf quota={quota} running={history[0]} />
      <HistoryTable quota={quota} history={history} timeZone={timeZone} />
    </Stack>
  );
}
