import { useClient } from 'urql';
import { Dialog } from '@/components/dialog';
import { ReasonDialog } from '@/components/reason-dialog';
import { useLast } from '@/lib/use-last';
import type { ChangeResult } from '@/lib/use-optimistic-rows';
import { sendDeletion, sendOverride, sendUpdate } from '../api/change-quota';
import type { Quota } from '../api/get-quotas';
import { changed, toUpdate, type Draft } from '../model/draft';
import { overridden, toOverride, type OverrideDraft } from '../model/override';
import { CreateQuotaForm } from './create-quota-form';
import { EditQuotaForm } from './edit-quota-form';
import { OverrideForm } from './override-form';
import { QuotaDetails } from './quota-details';

/** What can be done with a quota. */
export type QuotaAction = 'details' | 'edit' | 'override' | 'delete';

/** The dialog that is open. */
export type Opened = { kind: 'create' } | { kind: QuotaAction; quota: Quota };

interface Optimistic {
  change: (to: Quota, send: () => Promise<ChangeResult<Quota>>) => void;
  remove: (row: Quota, send: () => Promise<ChangeResult<Quota>>) => void;
}

interface Props {
  /** Null when none is. */
  opened: Opened | null;
  timeZone: string;
  optimistic: Optimistic;
  onClose: () => void;
}

/** Everything that is asked about quotas. */
export function QuotaDialogs({ opened, timeZone, optimistic, onClose }: Props) {
  const client = useClient();
  const shown = useLast(opened);
  const quota = shown !== null && 'quota' in shown ? shown.quota : null;

  function update(draft: Draft, before: Quota) {
    onClose();
    optimistic.change(changed(draft, before, Date.now()), () => sendUpdate(client, toUpdate(draft, before)));
  }

  function override(draft: OverrideDraft | null, before: Quota) {
    onClose();
    const input = toOverride(draft, before, timeZone);
    optimistic.change(overridden(input, before, Date.now()), () => sendOverride(client, input));
  }

  function remove(before: Quota, reason: string) {
    onClose();
    optimistic.remove(before, () => sendDeletion(client, before.id, reason));
  }

  const is = (kind: Opened['kind']) => opened?.kind === kind;
  const name = quota?.name ?? '';
  return (
    <>
      <Dialog title="Create a quota" opened={is('create')} onClose={onClose} size="lg">
        <CreateQuotaForm onDone={onClose} />
      </Dialog>
      <Dialog title={name} opened={is('details')} onClose={onClose} size="xl">
        {quota !== null && <QuotaDetails quota={quota} timeZone={timeZone} />}
      </Dialog>
      <Dialog title={`Edit “${name}”`} opened={is('edit')} onClose={onClose} size="lg">
        {quota !== null && (
          <EditQuotaForm quota={quota} onConfirm={(draft) => update(draft, quota)} onCancel={onClose} />
        )}
      </Dialog>
      <Dialog title={`Override “${name}”`} opened={is('override')} onClose={onClose} size="lg">
        {quota !== null && (
          <OverrideForm
            quota={quota}
            timeZone={timeZone}
            onConfirm={(draft) => override(draft, quota)}
            onCancel={onClose}
          />
        )}
      </Dialog>
      <ReasonDialog
        title={`Delete “${name}”?`}
        opened={is('delete')}
        confirm="Delete quota"
        onConfirm={(reason) => quota !== null && remove(quota, reason)}
        onClose={onClose}
      >
        Nothing is limited by it from then on. What was used stays counted.
      </ReasonDialog>
    </>
  );
}
