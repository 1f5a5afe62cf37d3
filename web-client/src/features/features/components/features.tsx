import { Button, Paper, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { ApiKeyScope } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { allows } from '@/lib/scopes';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { useFeatures } from '../api/get-features';
import { sendFeature } from '../api/set-feature';
import { changed, draftOf, toInput, undeclared, type Draft } from '../model/draft';
import { ChangeDialog, type Opened } from './change-dialog';
import { FeaturesTable } from './features-table';
import { useLiveFeatures } from './use-live-features';
import { useLiveSpending } from './use-live-spending';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

/** Which features may be used, and what is spent on each. */
export function Features({ timeZone, scopes }: Props) {
  const client = useClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const maySeeSpend = allows(scopes, 'USAGE_READ');
  const mayChange = allows(scopes, 'CONTROL_WRITE');
  const [{ data, error }, execute] = useFeatures(maySeeSpend);
  const refresh = () => execute({ requestPolicy: 'network-only' });
  const features = useLiveFeatures(data?.organization.features, refresh);
  const spending = useLiveSpending(data?.organization.usage, refresh);
  const { rows, change, failure, dismiss } = useOptimisticRows(features ?? [], ownId);

  function apply(draft: Draft, { feature }: Opened) {
    setOpened(null);
    change(changed(draft, feature), () => sendFeature(client, toInput(draft, feature)));
  }

  return (
    <Stack gap="md">
      <PageHead
        title="Features"
        actions={
          mayChange && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setOpened({ feature: undeclared, draft: draftOf(undeclared) })}
            >
              Declare feature
            </Button>
          )
        }
      >
        Named uses of AI. A change counts everywhere within a second.
      </PageHead>
      {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
      {error !== undefined && features === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={refresh} />
      ) : features?.length === 0 ? (
        <EmptyPanel title="No feature is declared, and none was seen in usage" />
      ) : (
        <Paper withBorder p="md" component="section" aria-label="Features">
          {features === undefined ? (
            <TablePlaceholder />
          ) : (
            <FeaturesTable
              features={rows}
              spending={spending}
              timeZone={timeZone}
              onChange={
                mayChange
                  ? (feature, state) => setOpened({ feature, draft: draftOf(feature, state) })
                  : undefined
              }
            />
          )}
        </Paper>
      )}
      <ChangeDialog
        opened={opened}
        timeZone={timeZone}
        mayPreview={maySeeSpend}
        onConfirm={apply}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
