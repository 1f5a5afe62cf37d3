import { Text } from '@mantine/core';
import { ShownOnce } from '@/components/shown-once';
import { linkTo } from '@/lib/link';
import { formatTime } from '@/lib/zoned-time';
import type { OwnerInvitation } from '../api/invite-owner';

interface Props {
  invitation: OwnerInvitation;
  timeZone: string;
  onDone: () => void;
}

/** Shows the link for an owner this once. */
export function OwnerLink({ invitation: { email, path, expiresAt }, timeZone, onDone }: Props) {
  return (
    <ShownOnce label="Link" value={linkTo(path)} onDone={onDone}>
      <Text size="sm">
        Send it to {email}, and to nobody else: whoever has it joins as an owner. It works once, until{' '}
        {formatTime(expiresAt, timeZone, 'minute')}, and is not shown again: Tollgate keeps only a hash of it,
        and sends no email.
      </Text>
    </ShownOnce>
  );
}
