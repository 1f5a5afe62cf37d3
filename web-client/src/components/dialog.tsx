import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  /** Whether only a button inside closes it, since what it shows is not shown again. */
  insistent?: boolean;
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
}

/** A dialog over the page. */
export function Dialog({ title, opened, onClose, insistent = false, size = 'md', children }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeOnEscape={!insistent}
      withCloseButton={!insistent}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{ title: { fontWeight: 650, overflowWrap: 'anywhere' } }}
    >
      {children}
    </Modal>
  );
}
