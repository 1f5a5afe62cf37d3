import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '@/components/dialog';
import { Refusal } from '@/components/refusal';
import { ShownOnce } from '@/components/shown-once';
import { explainRefusal } from '@/lib/failure';
import { linkTo } from '@/lib/link';
import { useLast } from '@/lib/use-last';
import { formatTime } from '@/lib/zoned-time';
import { createPasswordReset } from '../api/create-password-reset';
import type { Member } from '../api/get-members';

interface Props {
  /** Who is to set a new password; null when nobody is. */
  member: Member | null;
  timeZone: string;
  onClose: () => void;
}

/** Makes a link by which a member sets a new password, and shows it once. */
export function ResetDialog({ member, timeZone, onClose }: Props) {
  const shown = useLast(member);
  const [insistent, setInsistent] = useState(false);

  function close() {
    setInsistent(false);
    onClose();
  }

  return (
    <Dialog
      title={`New password for ${shown?.user.name ?? ''}`}
      opened={member !== null}
      onClose={close}
      insistent={insistent}
    >
      {shown !== null && (
        <Reset member={shown} timeZone={timeZone} onMade={() => setInsistent(true)} onClose={close} />
      )}
    </Dialog>
  );
}

interface ResetProps {
  member: Member;
  timeZone: string;
  onMade: () => void;
  onClose: () => void;
}

function Reset({ member: { user }, timeZone, onMade, onClose }: ResetProps) {
  const [{ data, error, fetching }, create] = useMutation(createPasswordReset);

  async function make() {
    const result = await create({ input: { userId: user.id } });
    if (result.error === undefined) {
      onMade();
    }
  }

  const link = data?.createPasswordReset;
  if (link !== undefined) {
    return (
      <ShownOnce label="Link" value={linkTo(link.path)} onDone={onClose}>
        <Text size="sm">
          Send it to {user.email}, and to nobody else. It works once, until{' '}
          {formatTime(link.expiresAt, timeZone, 'minute')}, and is not shown again.
        </Text>
      </ShownOnce>
    );
  }
  return (
    <Stack gap="md">
      {error !== undefined && <Refusal failure={explainRefusal(error)} />}
      <Text size="sm">
        Whoever has the link sets a new password, once and within 24 hours. Earlier links are void; all
        sessions end when it is used.
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button loading={fetching} onClick={() => void make()}>
          Make link
        </Button>
      </Group>
    </Stack>
  );
}
