import { useState } from 'react';
import { Dialog } from '@/components/dialog';
import { useLast } from '@/lib/use-last';
import type { Organization } from '../api/get-platform';
import type { OwnerInvitation } from '../api/invite-owner';
import { OwnerForm } from './owner-form';
import { OwnerLink } from './owner-link';

interface Props {
  /** The one that is to have another owner; null when none is. */
  organization: Organization | null;
  timeZone: string;
  onClose: () => void;
}

/** Asks whom to invite as another owner, then shows the link once. */
export function OwnerDialog({ organization, timeZone, onClose }: Props) {
  const shown = useLast(organization);
  const [invitation, setInvitation] = useState<OwnerInvitation | null>(null);

  function close() {
    setInvitation(null);
    onClose();
  }

  return (
    <Dialog
      title={invitation === null ? `Invite an owner of ${shown?.name ?? ''}` : 'Copy the link now'}
      opened={organization !== null}
      onClose={close}
      insistent={invitation !== null}
    >
      {invitation !== null ? (
        <OwnerLink invitation={invitation} timeZone={timeZone} onDone={close} />
      ) : (
        shown !== null && <OwnerForm id={shown.id} onInvited={setInvitation} onCancel={close} />
      )}
    </Dialog>
  );
}
