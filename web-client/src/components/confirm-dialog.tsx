import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';

interface ConfirmationProps {
  /** What the button that goes ahead says. */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

interface Props extends ConfirmationProps {
  title: string;
  opened: boolean;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, opened, ...confirmation }: Props) {
  return (
    <Dialog title={title} opened={opened} onClose={confirmation.onClose}>
      <Confirmation {...confirmation} />
    </Dialog>
  );
}

/** The question in a dialog, and its two answers. */
export function Confirmation({ confirm, onConfirm, onClose, children }: ConfirmationProps) {
  return (
    <Stack gap="md">
      {children}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red.9" onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Stack>
  );
}
