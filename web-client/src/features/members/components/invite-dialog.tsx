import { Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/dialog';
import { ShownOnce } from '@/components/shown-once';
import type { MemberRole } from '@/gql/graphql';
import { InviteForm, type Invited } from './invite-form';

interface Props {
  opened: boolean;
  /** The roles that the viewer may give. */
  roles: MemberRole[];
  onClose: () => void;
}

/** Asks whom to invite, then shows the link once. */
export function InviteDialog({ opened, roles, onClose }: Props) {
  const [invited, setInvited] = useState<Invited | null>(null);

  function close() {
    setInvited(null);
    onClose();
  }

  return (
    <Dialog
      title={invited === null ? 'Invite somebody' : 'Copy the link now'}
      opened={opened}
      onClose={close}
      insistent={invited !== null}
    >
      {invited === null ? (
        <InviteForm roles={roles} onInvited={setInvited} onCancel={close} />
      ) : (
        <ShownOnce label="Link" value={invited.link} onDone={close}>
          <Text size="sm">
            Send it to {invited.email}. It works once and is not shown again: Tollgate keeps only a hash of
            it, and sends no email.
          </Text>
        </ShownOnce>
      )}
    </Dialog>
  );
}
