import { Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { HoldContext } from './use-held-open';

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  /** Whether only a button inside closes it, since what it shows is not shown again. */
  insistent?: boolean;
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
}

/** A dialog over the page. It is always there, open or not: one that appears open would not give the focus back. */
export function Dialog({ title, opened, onClose, insistent = false, size = 'md', children }: Props) {
  const [held, setHeld] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeOnEscape={!insistent && !held}
      withCloseButton={!insistent}
      closeButtonProps={{ 'aria-label': 'Close', disabled: held }}
      styles={{ title: { fontWeight: 650, overflowWrap: 'anywhere' } }}
    >
      <HoldContext value={setHeld}>{children}</HoldContext>
    </Modal>
  );
}
