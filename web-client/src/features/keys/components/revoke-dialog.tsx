import { Text } from '@mantine/core';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { useLast } from '@/lib/use-last';
import type { Key } from '../api/get-keys';

interface Props {
  /** The key that may be revoked; null when none is about to be. */
  revoking: Key | null;
  onConfirm: (key: Key) => void;
  onClose: () => void;
}

/** Asks before a key is revoked. */
export function RevokeDialog({ revoking, onConfirm, onClose }: Props) {
  const shown = useLast(revoking);
  return (
    <ConfirmDialog
      title={`Revoke “${shown?.name ?? ''}”?`}
      opened={revoking !== null}
      confirm="Revoke key"
      onConfirm={() => revoking !== null && onConfirm(revoking)}
      onClose={onClose}
    >
      <Text size="sm">
        Whatever still uses it is refused from then on. A revoked key never works again; its usage stays.
      </Text>
    </ConfirmDialog>
  );
}
