import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Quota } from '../api/get-quotas';
import { limitsDraftOf } from '../model/limits';
import { overrideProblems, type OverrideDraft, type OverrideProblems } from '../model/override';
import { LimitFields } from './limit-fields';

interface Props {
  quota: Quota;
  timeZone: string;
  /** Called with null to let the quota's own limits hold again. */
  onConfirm: (draft: OverrideDraft | null) => void;
  onCancel: () => void;
}

/** Asks for limits in place of a quota's own for a while. */
export function OverrideForm({ quota, timeZone, onConfirm, onCancel }: Props) {
  const [draft, setDraft] = useState<OverrideDraft>(() => ({
    limits: limitsDraftOf((quota.override ?? quota).limits),
    lastDay: '',
    reason: '',
  }));
  const [problems, setProblems] = useState<OverrideProblems>({ limits: {} });

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = overrideProblems(draft, timeZone, new Date());
    setProblems(found ?? { limits: {} });
    if (found === null) {
      onConfirm(draft);
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Override">
      <Stack gap="md">
        <Text size="sm">These limits stand in place of all of the quota’s own until the day is over.</Text>
        <LimitFields
          limits={draft.limits}
          problems={problems.limits}
          onChange={(limits) => setDraft({ ...draft, limits })}
        />
        <TextInput
          type="date"
          label="Last day"
          required
          value={draft.lastDay}
          error={problems.lastDay}
          onChange={(event) => setDraft({ ...draft, lastDay: event.currentTarget.value })}
        />
        <TextInput
          label="Reason"
          required
          maxLength={500}
          autoComplete="off"
          value={draft.reason}
          error={problems.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          {quota.override !== null && (
            <Button variant="default" onClick={() => onConfirm(null)}>
              End the override
            </Button>
          )}
          <Button type="submit">Override</Button>
        </Group>
      </Stack>
    </form>
  );
}
