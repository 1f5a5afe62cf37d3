import { useState } from 'react';
import { Dialog } from '@/components/dialog';
import type { ApiKeyScope } from '@/gql/graphql';
import { CreatedKey } from './created-key';
import { CreateKeyForm } from './create-key-form';

interface Props {
  opened: boolean;
  /** What the viewer may do, and so the most that a key may. */
  scopes: ApiKeyScope[];
  timeZone: string;
  onClose: () => void;
}

/** Asks what a new key should be, then shows its secret once. */
export function CreateKeyDialog({ opened, scopes, timeZone, onClose }: Props) {
  const [secret, setSecret] = useState<string | null>(null);

  function close() {
    setSecret(null);
    onClose();
  }

  return (
    <Dialog
      title={secret === null ? 'Create an API key' : 'Copy the secret now'}
      opened={opened}
      onClose={close}
      insistent={secret !== null}
    >
      {secret === null ? (
        <CreateKeyForm scopes={scopes} timeZone={timeZone} onCreated={setSecret} onCancel={close} />
      ) : (
        <CreatedKey secret={secret} onDone={close} />
      )}
    </Dialog>
  );
}
