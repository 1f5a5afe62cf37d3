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
  /** Whether it is not done without a reason. */
  required?: boolean;
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

function Question({ confirm, onConfirm, onClose, required = false, children }: QuestionProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  function goAhead() {
    const why = reason.trim();
    setMissing(required && why === '');
    if (!required || why !== '') {
      onConfirm(why);
    }
  }

  return (
    <Confirmation confirm={confirm} onConfirm={goAhead} onClose={onClose}>
      <Text size="sm">{children}</Text>
      <TextInput
        label="Reason"
        description="For the audit log."
        required={required}
        error={missing && 'Say why.'}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirmation>
  );
}
