import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Quota } from '../api/get-quotas';
import { draftOf, isRight, problemsOf, type Draft, type Problems } from '../model/draft';
import { RuleFields } from './rule-fields';

interface Props {
  quota: Quota;
  onConfirm: (draft: Draft) => void;
  onCancel: () => void;
}

/** Asks what a quota should become. */
export function EditQuotaForm({ quota, onConfirm, onCancel }: Props) {
  const [draft, setDraft] = useState(() => draftOf(quota));
  const [problems, setProblems] = useState<Problems>({ limits: {}, rate: {} });

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (isRight(found)) {
      onConfirm(draft);
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Quota">
      <Stack gap="md">
        <Text size="sm">What was used in the running period stays counted.</Text>
        <RuleFields draft={draft} problems={problems} onChange={setDraft} />
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
