import { useClient } from 'urql';
import { Dialog } from '@/components/dialog';
import { ReasonDialog } from '@/components/reason-dialog';
import { useLast } from '@/lib/use-last';
import type { ChangeResult } from '@/lib/use-optimistic-rows';
import { sendRemoval, sendUpdate } from '../api/change-credential';
import type { Credential, Provider } from '../api/get-providers';
import { changed, toUpdate, type Terms } from '../model/budget';
import { AddForm } from './add-form';
import { EditForm } from './edit-form';
import { RotateForm } from './rotate-form';

/** What is asked about a credential before it is done. */
export type CredentialAction = 'rotate' | 'edit' | 'remove';

/** The dialog that is open. */
export type Opened = { kind: 'add'; provider: string } | { kind: CredentialAction; credential: Credential };

interface Props {
  /** Null when none is. */
  opened: Opened | null;
  /** Where there is no credential for yet. */
  providers: Provider[];
  optimistic: {
    change: (to: Credential, send: () => Promise<ChangeResult<Credential>>) => void;
    remove: (row: Credential, send: () => Promise<ChangeResult<Credential>>) => void;
  };
  onClose: () => void;
}

/** Everything that is asked about credentials. A dialog that has closed is gone, and with it the secret that was filled in. */
export function CredentialDialogs({ opened, providers, optimistic, onClose }: Props) {
  const client = useClient();
  const shown = useLast(opened);
  const credential = shown !== null && 'credential' in shown ? shown.credential : null;
  const label = credential?.provider.label ?? '';
  const is = (kind: Opened['kind']) => opened?.kind === kind;

  function update(before: Credential, terms: Terms, reason: string) {
    onClose();
    optimistic.change(changed(terms, before), () => sendUpdate(client, toUpdate(terms, before, reason)));
  }

  function remove(before: Credential, reason: string) {
    onClose();
    optimistic.remove(before, () => sendRemoval(client, before.id, reason));
  }

  return (
    <>
      <Dialog title="Add a credential" opened={is('add')} onClose={onClose} size="lg">
        {shown?.kind === 'add' && <AddForm providers={providers} chosen={shown.provider} onDone={onClose} />}
      </Dialog>
      <Dialog title={`New secret for ${label}`} opened={is('rotate')} onClose={onClose} size="lg">
        {credential !== null && <RotateForm credential={credential} onDone={onClose} />}
      </Dialog>
      <Dialog title={`Budget of ${label}`} opened={is('edit')} onClose={onClose} size="lg">
        {credential !== null && (
          <EditForm
            credential={credential}
            onConfirm={(terms, reason) => update(credential, terms, reason)}
            onCancel={onClose}
          />
        )}
      </Dialog>
      <ReasonDialog
        title={`Remove the credential of ${label}?`}
        opened={is('remove')}
        confirm="Remove credential"
        onConfirm={(reason) => credential !== null && remove(credential, reason)}
        onClose={onClose}
      >
        No call is made with it from then on, and its secrets are deleted with their key. What was spent stays
        counted.
      </ReasonDialog>
    </>
  );
}
