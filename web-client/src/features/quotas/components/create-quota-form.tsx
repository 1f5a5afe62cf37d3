import { Button, Group, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { explainRefusal } from '@/lib/failure';
import { createQuota } from '../api/create-quota';
import { isRight, newQuota, problemsOf, toCreation, type Problems } from '../model/draft';
import { RuleFields } from './rule-fields';
import { ScopeFields } from './scope-fields';

/** Asks what a new quota should be. */
export function CreateQuotaForm({ onDone }: { onDone: () => void }) {
  const [{ error, fetching }, create] = useMutation(createQuota);
  useHeldOpen(fetching);
  const [draft, setDraft] = useState(newQuota);
  const [problems, setProblems] = useState<Problems>({ limits: {}, rate: {} });

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (isRight(found)) {
      const result = await create({ input: toCreation(draft) });
      if (result.error === undefined) {
        onDone();
      }
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="New quota">
      <Stack gap="md">
        {error !== undefined && <Refusal failure={explainRefusal(error)} />}
        <ScopeFields draft={draft} problems={problems} onChange={setDraft} />
        <RuleFields draft={draft} problems={problems} onChange={setDraft} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={fetching} onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Create quota
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
