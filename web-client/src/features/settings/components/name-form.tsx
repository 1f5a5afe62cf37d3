import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { CombinedError } from 'urql';
import { Refusal } from '@/components/refusal';
import { explainRefusal, type Failure } from '@/lib/failure';

interface Props {
  /** What the form is about. */
  label: string;
  name: string;
  autoComplete: string;
  /** Sends the name; answers why it was not taken. */
  onSave: (name: string) => Promise<CombinedError | undefined>;
}

/** Changes a name, and says whether it was. */
export function NameForm({ label, name: before, autoComplete, onSave }: Props) {
  const [name, setName] = useState(before);
  const [sending, setSending] = useState(false);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setSending(true);
    const error = await onSave(name.trim());
    setSending(false);
    setSaved(error === undefined);
    setFailure(error === undefined ? null : explainRefusal(error));
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label={label}>
      <Stack gap="sm">
        {failure !== null && <Refusal failure={failure} />}
        <TextInput
          label="Name"
          required
          withAsterisk={false}
          maxLength={100}
          autoComplete={autoComplete}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setSaved(false);
          }}
        />
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {saved && 'The name is saved.'}
          </Text>
          <Button type="submit" loading={sending} disabled={name.trim() === '' || name.trim() === before}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
