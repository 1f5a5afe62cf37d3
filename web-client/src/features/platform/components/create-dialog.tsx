import { useState } from 'react';
import { Dialog } from '@/components/dialog';
import type { OwnerInvitation } from '../api/invite-owner';
import { CreateForm } from './create-form';
import { OwnerLink } from './owner-link';

interface Props {
  opened: boolean;
  timeZone: string;
  onClose: () => void;
}

/** Asks what a new organization is to be, then shows the link for its owner once. */
export function CreateDialog({ opened, timeZone, onClose }: Props) {
  const [invitation, setInvitation] = useState<OwnerInvitation | null>(null);

  function close() {
    setInvitation(null);
    onClose();
  }

  return (
    <Dialog
      title={invitation === null ? 'New organization' : 'Copy the link now'}
      opened={opened}
      onClose={close}
      insistent={invitation !== null}
    >
      {invitation === null ? (
        <CreateForm timeZone={timeZone} onCreated={setInvitation} onCancel={close} />
      ) : (
        <OwnerLink invitation={invitation} timeZone={timeZone} onDone={close} />
      )}
    </Dialog>
  );
}
