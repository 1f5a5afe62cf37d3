import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useClient } from 'urql';
import { Refusal } from '@/components/refusal';
import { explainRefusal, type Failure } from '@/lib/failure';
import { declareUnit, type UnitKind } from '../api/change-unit';

/** Declares a unit. */
export function DeclareForm({ kind, title }: { kind: UnitKind; title: string }) {
  const client = useClient();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setSending(true);
    const shown = name.trim();
    const error = await declareUnit(client, kind, {
      key: key.trim(),
      ...(shown === '' ? {} : { name: shown }),
    });
    setSending(false);
    setFailure(error === undefined ? null : explainRefusal(error));
    if (error === undefined) {
      setKey('');
      setName('');
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label={`Declare in ${title.toLowerCase()}`}>
      <Stack gap="sm">
        {failure !== null && <Refusal failure={failure} onClose={() => setFailure(null)} />}
        <Group gap="sm" align="flex-end">
          <TextInput
            size="xs"
            label="Key, as events call it"
            required
            maxLength={200}
            autoComplete="off"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            label="Name"
            placeholder="As the key"
            maxLength={200}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default" loading={sending} disabled={key.trim() === ''}>
            Declare
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
