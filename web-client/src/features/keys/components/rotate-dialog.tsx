import { useState } from 'react';
import { Dialog } from '@/components/dialog';
import { useLast } from '@/lib/use-last';
import type { Key } from '../api/get-keys';
import { CreatedKey } from './created-key';
import { RotateForm } from './rotate-form';

interface Props {
  /** The key that may be rotated; null when none is about to be. */
  rotating: Key | null;
  onClose: () => void;
}

/** Asks for how long a key's earlier secret works on, then shows the new one once. */
export function RotateDialog({ rotating, onClose }: Props) {
  const shown = useLast(rotating);
  const [secret, setSecret] = useState<string | null>(null);

  function close() {
    setSecret(null);
    onClose();
  }

  return (
    <Dialog
      title={secret === null ? `Rotate “${shown?.name ?? ''}”` : 'Copy the secret now'}
      opened={rotating !== null}
      onClose={close}
      insistent={secret !== null}
    >
      {secret !== null ? (
        <CreatedKey secret={secret} onDone={close} />
      ) : (
        shown !== null && <RotateForm id={shown.id} onRotated={setSecret} onCancel={close} />
      )}
    </Dialog>
  );
}
