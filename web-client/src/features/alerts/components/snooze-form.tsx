import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { instantOf } from '@/lib/zoned-time';

interface Props {
  timeZone: string;
  onConfirm: (until: string, reason: string) => void;
  onCancel: () => void;
}

const hour = 3_600_000;

const lengths = [
  { value: '1', label: '1 hour' },
  { value: '8', label: '8 hours' },
  { value: '24', label: '1 day' },
  { value: '168', label: '7 days' },
  { value: 'time', label: 'Until a time' },
];

/** Asks for how long a rule is to raise nothing. */
export function SnoozeForm({ timeZone, onConfirm, onCancel }: Props) {
  const [length, setLength] = useState('8');
  const [local, setLocal] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const now = Date.now();
    const until =
      length === 'time' ? instantOf(local, timeZone) : new Date(now + Number(length) * hour).toISOString();
    const isRight = until !== undefined && Date.parse(until) > now;
    setProblem(isRight ? undefined : 'A time to come.');
    if (isRight) {
      onConfirm(until, reason.trim());
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Snooze">
      <Stack gap="md">
        <Text size="sm">No alert is raised meanwhile. What is open still ends by itself.</Text>
        <NativeSelect
          label="For"
          data={lengths}
          value={length}
          onChange={(event) => setLength(event.currentTarget.value)}
        />
        {length === 'time' && (
          <TextInput
            type="datetime-local"
            label={`Until, in ${timeZone}`}
            required
            value={local}
            error={problem}
            onChange={(event) => setLocal(event.currentTarget.value)}
          />
        )}
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
          <Button type="submit">Snooze</Button>
        </Group>
      </Stack>
    </form>
  );
}
