import { useClient } from 'urql';
import { Dialog } from '@/components/dialog';
import { ReasonDialog } from '@/components/reason-dialog';
import { useLast } from '@/lib/use-last';
import type { ChangeResult } from '@/lib/use-optimistic-rows';
import { sendDeletion, sendSnooze, sendUpdate } from '../api/change-rule';
import type { QuotaNames } from '../api/get-quota-names';
import type { Named, Rule } from '../api/get-rules';
import { changed, toUpdate, type Draft } from '../model/draft';
import { CreateRule, EditRule } from './rule-form';
import { SnoozeForm } from './snooze-form';

/** What can be done with a rule. */
export type RuleAction = 'edit' | 'snooze' | 'delete';

/** The dialog that is open. */
export type Opened = { kind: 'create' } | { kind: RuleAction; rule: Rule };

interface Props {
  /** Null when none is. */
  opened: Opened | null;
  quotas: QuotaNames;
  destinations: Named[];
  timeZone: string;
  optimistic: {
    change: (to: Rule, send: () => Promise<ChangeResult<Rule>>) => void;
    remove: (row: Rule, send: () => Promise<ChangeResult<Rule>>) => void;
  };
  onClose: () => void;
}

/** Everything that is asked about rules. */
export function RuleDialogs({ opened, quotas, destinations, timeZone, optimistic, onClose }: Props) {
  const client = useClient();
  const shown = useLast(opened);
  const rule = shown !== null && 'rule' in shown ? shown.rule : null;
  const is = (kind: Opened['kind']) => opened?.kind === kind;
  const name = rule?.name ?? '';

  function update(draft: Draft, before: Rule) {
    onClose();
    optimistic.change(changed(draft, before, destinations), () =>
      sendUpdate(client, toUpdate(draft, before)),
    );
  }

  function snooze(until: string, reason: string, before: Rule) {
    onClose();
    const input = { id: before.id, until, ...(reason === '' ? {} : { reason }) };
    optimistic.change({ ...before, snoozedUntil: until }, () => sendSnooze(client, input));
  }

  function remove(before: Rule, reason: string) {
    onClose();
    optimistic.remove(before, () => sendDeletion(client, before.id, reason));
  }

  return (
    <>
      <Dialog title="Create a rule" opened={is('create')} onClose={onClose} size="lg">
        <CreateRule quotas={quotas} destinations={destinations} onDone={onClose} />
      </Dialog>
      <Dialog title={`Edit “${name}”`} opened={is('edit')} onClose={onClose} size="lg">
        {rule !== null && (
          <EditRule
            rule={rule}
            quotas={quotas}
            destinations={destinations}
            onConfirm={(draft) => update(draft, rule)}
            onCancel={onClose}
          />
        )}
      </Dialog>
      <Dialog title={`Snooze “${name}”`} opened={is('snooze')} onClose={onClose}>
        {rule !== null && (
          <SnoozeForm
            timeZone={timeZone}
            onConfirm={(until, reason) => snooze(until, reason, rule)}
            onCancel={onClose}
          />
        )}
      </Dialog>
      <ReasonDialog
        title={`Delete “${name}”?`}
        opened={is('delete')}
        confirm="Delete rule"
        onConfirm={(reason) => rule !== null && remove(rule, reason)}
        onClose={onClose}
      >
        Nothing is noticed by it from then on. Its alerts stay in the list, and those that are open end.
      </ReasonDialog>
    </>
  );
}
