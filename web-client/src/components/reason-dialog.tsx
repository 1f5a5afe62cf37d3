import { Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Confirmation } from './confirm-dialog';
import { Dialog } from './dialog';

interface QuestionProps {
  /** What the button that goes ahead says. */
  confirm: string;
  /** Called with the reason as it was written; empty when there is none. */
  onConfirm: (reason: string) => void;
  onClose: () => void;
  /** What it means. */
  children: ReactNode;
}

interface Props extends QuestionProps {
  title: string;
  opened: boolean;
}

/** Asks before something that cannot be undone, and why it is done. */
export function ReasonDialog({ title, opened, ...question }: Props) {
  return (
    <Dialog title={title} opened={opened} onClose={question.onClose}>
      {/* What was written about one is not about another. The dialog itself stays, or it would not give the focus back. */}
      <Question key={title} {...question} />
    </Dialog>
  );
}

function Question({ confirm, onConfirm, onClose, children }: QuestionProps) {
  const [reason, setReason] = useState('');
  return (
    <Confirmation confirm={confirm} onConfirm={() => onConfirm(reason.trim())} onClose={onClose}>
      <Text size="sm">{children}</Text>
      <TextInput
        label="Reason"
        description="For the audit log."
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirmation>
  );
}
