import { Button, Group, Paper, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { EmptyPanel } from '@/components/empty-panel';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import { explain } from '@/lib/failure';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages } from '@/lib/use-pages';
import { sendSnooze, sendUpdate } from '../api/change-rule';
import { useQuotaNames } from '../api/get-quota-names';
import { rules, useRules, type Rule } from '../api/get-rules';
import { RuleDialogs, type Opened, type RuleAction } from './rule-dialogs';
import { RulesTable } from './rules-table';

/** What the organization wants to be told of. */
export function RulesTab({ timeZone, mayChange }: { timeZone: string; mayChange: boolean }) {
  const client = useClient();
  const [now] = useState(() => Date.now());
  const [opened, setOpened] = useState<Opened | null>(null);
  const [{ data, error }, execute] = useRules();
  const first = data?.organization.alertRules;
  const pages = usePages('rules', first, async (after) => {
    const result = await client.query(rules, { after, first: false }).toPromise();
    return { page: result.data?.organization.alertRules, error: result.error };
  });
  const optimistic = useOptimisticRows(pages.nodes, ownId);
  const quotas = useQuotaNames(optimistic.rows.flatMap(({ condition: { quota } }) => quota?.quotaId ?? []));

  function toggle(rule: Rule) {
    const { id, version } = rule;
    const enabled = !rule.enabled;
    optimistic.change({ ...rule, enabled, version: version + 1 }, () =>
      sendUpdate(client, { id, expectedVersion: version, enabled }),
    );
  }

  function act(rule: Rule, action: RuleAction | 'wake') {
    if (action === 'wake') {
      optimistic.change({ ...rule, snoozedUntil: null }, () =>
        sendSnooze(client, { id: rule.id, until: null }),
      );
    } else {
      setOpened({ kind: action, rule });
    }
  }

  return (
    <Stack gap="md">
      {mayChange && (
        <Group justify="flex-end">
          <Button
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setOpened({ kind: 'create' })}
          >
            Create rule
          </Button>
        </Group>
      )}
      {optimistic.failure !== null && <Refusal failure={optimistic.failure} onClose={optimistic.dismiss} />}
      {error !== undefined && first === undefined ? (
        <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : first?.totalCount === 0 ? (
        <EmptyPanel title="There are no rules yet" />
      ) : (
        <Paper withBorder p="md" component="section" aria-label="Rules">
          {first === undefined ? (
            <TablePlaceholder />
          ) : (
            <>
              <RulesTable
                rules={optimistic.rows}
                quotas={quotas}
                timeZone={timeZone}
                now={now}
                mayChange={mayChange}
                onToggle={toggle}
                onAct={act}
              />
              <LoadMore pages={pages} what="rules" />
            </>
          )}
        </Paper>
      )}
      <RuleDialogs
        opened={opened}
        quotas={quotas}
        destinations={data?.organization.alertDestinations?.nodes ?? []}
        timeZone={timeZone}
        optimistic={optimistic}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
