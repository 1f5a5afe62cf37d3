import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Credential } from '../api/get-providers';
import { budgetProblem, termsOf, type Terms } from '../model/budget';
import { TermsFields } from './terms-fields';

interface Props {
  credential: Credential;
  onConfirm: (terms: Terms, reason: string) => void;
  onCancel: () => void;
}

/** Asks what a credential's budget should become. */
export function EditForm({ credential, onConfirm, onCancel }: Props) {
  const [terms, setTerms] = useState(() => termsOf(credential));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = budgetProblem(terms);
    setProblem(found);
    if (found === undefined) {
      onConfirm(terms, reason.trim());
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Budget">
      <Stack gap="md">
        <TermsFields terms={terms} problem={problem} onChange={setTerms} />
        <TextInput
          label="Reason"
          description="For the audit log."
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit">Save</Button>
        </Group>
      </Stack>
    </form>
  );
}
