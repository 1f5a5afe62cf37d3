import { Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from './confirm-dialog';

interface Props {
  title: string;
  opened: boolean;
  /** What the button that goes ahead says. */
  confirm: string;
  /** Called with the reason as it was written; empty when there is none. */
  onConfirm: (reason: string) => void;
  onClose: () => void;
  /** What it means. */
  children: ReactNode;
}

/** Asks before something that cannot be undone, and why it is done. */
export function ReasonDialog({ onConfirm, children, ...dialog }: Props) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog {...dialog} onConfirm={() => onConfirm(reason.trim())}>
      <Text size="sm">{children}</Text>
      <TextInput
        label="Reason"
        description="For the audit log."
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
