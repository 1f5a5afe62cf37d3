import { Button, Group, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { explainRefusal, refusedField } from '@/lib/failure';
import { createRule } from '../api/change-rule';
import type { QuotaNames } from '../api/get-quota-names';
import type { Named, Rule } from '../api/get-rules';
import { draftOf, newRule, problemsOf, toCreation, type Draft, type Problems } from '../model/draft';
import { RuleFields } from './rule-fields';

interface Choices {
  quotas: QuotaNames;
  destinations: Named[];
}

/** Asks what a new rule should be. */
export function CreateRule({ onDone, ...choices }: Choices & { onDone: () => void }) {
  const [{ error, fetching }, create] = useMutation(createRule);
  useHeldOpen(fetching);
  const [draft, setDraft] = useState(newRule);
  const [problems, setProblems] = useState<Problems>({});

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) {
      const result = await create({ input: toCreation(draft) });
      if (result.error === undefined) {
        onDone();
      }
    }
  }

  const refused = error === undefined ? null : explainRefusal(error);
  const field = refusedField(error);
  const shown = refused !== null && field === 'name' ? { ...problems, name: refused.detail } : problems;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="New rule">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused} />}
        <RuleFields draft={draft} problems={shown} {...choices} onChange={setDraft} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={fetching} onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Create rule
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface EditProps extends Choices {
  rule: Rule;
  onConfirm: (draft: Draft) => void;
  onCancel: () => void;
}

/** Asks what a rule should become. */
export function EditRule({ rule, onConfirm, onCancel, ...choices }: EditProps) {
  const [draft, setDraft] = useState(() => draftOf(rule));
  const [problems, setProblems] = useState<Problems>({});

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) {
      onConfirm(draft);
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Rule">
      <Stack gap="md">
        <RuleFields draft={draft} problems={problems} {...choices} onChange={setDraft} />
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
