import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import type { ApiKeyScope } from '@/gql/graphql';
import { explainRefusal, refusedField } from '@/lib/failure';
import { createApiKey } from '../api/create-key';
import { defaultLifetime, expiryOf, lifetimes, type Lifetime } from '../model/lifetime';
import { givable, scopeTexts } from '../model/scopes';

interface Props {
  scopes: ApiKeyScope[];
  timeZone: string;
  onCreated: (secret: string) => void;
  onCancel: () => void;
}

interface Problems {
  name?: string;
  scopes?: string;
  lastDay?: string;
}

/** Asks for what a new key should be. */
export function CreateKeyForm({ scopes, timeZone, onCreated, onCancel }: Props) {
  const [{ error, fetching }, create] = useMutation(createApiKey);
  useHeldOpen(fetching);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ApiKeyScope[]>(
    givable(scopes).filter((scope) => scope === 'USAGE_WRITE'),
  );
  const [lifetime, setLifetime] = useState<Lifetime>(defaultLifetime);
  const [lastDay, setLastDay] = useState('');
  const [problems, setProblems] = useState<Problems>({});

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const expiresAt = expiryOf(lifetime, lastDay, timeZone, new Date());
    const found: Problems = {
      ...(name.trim() === '' ? { name: 'Give it a name.' } : {}),
      ...(chosen.length === 0 ? { scopes: 'Choose at least one.' } : {}),
      ...(expiresAt === undefined ? { lastDay: 'Choose a day to come.' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0 || expiresAt === undefined) {
      return;
    }
    const { data } = await create({ input: { name: name.trim(), scopes: chosen, expiresAt } });
    const secret = data?.createApiKey.secret;
    if (typeof secret === 'string') {
      onCreated(secret);
    }
  }

  const refused = error === undefined ? null : explainRefusal(error);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="New API key">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused} />}
        <TextInput
          label="Name"
          description="To recognize it by, for example the service that uses it."
          required
          maxLength={100}
          data-autofocus
          autoComplete="off"
          value={name}
          error={problems.name ?? (refusedField(error) === 'name' && refused?.detail)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label="It may" required value={chosen} error={problems.scopes} onChange={setChosen}>
          <Stack gap="xs" mt={6}>
            {givable(scopes).map((scope) => (
              <Checkbox key={scope} value={scope} {...scopeTexts[scope]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group grow align="flex-start" gap="sm">
          <NativeSelect
            label="Works for"
            data={[...lifetimes]}
            value={lifetime}
            onChange={(event) => setLifetime(event.currentTarget.value as Lifetime)}
          />
          {lifetime === 'day' && (
            <TextInput
              type="date"
              label="Last day"
              required
              value={lastDay}
              error={problems.lastDay}
              onChange={(event) => setLastDay(event.currentTarget.value)}
            />
          )}
        </Group>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={fetching} onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Create key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
