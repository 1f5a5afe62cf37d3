import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useClient } from 'urql';
import { Refusal } from '@/components/refusal';
import { explainRefusal, refusedField } from '@/lib/failure';
import type { Credential } from '../api/get-providers';
import { sendRotation } from '../api/send-secret';
import { Sending } from './add-form';
import { SecretFields, secretProblems, toSecret } from './secret-fields';
import { useSending } from './use-sending';

const graces = [
  { value: 'PT0S', label: 'Not at all' },
  { value: 'PT1H', label: '1 hour' },
  { value: 'PT24H', label: '24 hours' },
  { value: 'P7D', label: '7 days' },
  { value: 'P30D', label: '30 days' },
];

/** Asks for a credential's next secret, and lets the provider be asked before it is put in place. */
export function RotateForm({ credential, onDone }: { credential: Credential; onDone: () => void }) {
  const client = useClient();
  const { error, sending, send } = useSending();
  const [secret, setSecret] = useState({ secret: '', baseUrl: '' });
  const [gracePeriod, setGracePeriod] = useState('PT24H');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found: Record<string, string> = secretProblems(secret);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    const { id, version } = credential;
    const why = reason.trim();
    const input = {
      id,
      expectedVersion: version,
      ...toSecret(secret),
      gracePeriod,
      ...(why === '' ? {} : { reason: why }),
    };
    if (await send(() => sendRotation(client, input))) {
      onDone();
    }
  }

  const refused = error === undefined ? null : explainRefusal(error);
  const field = refusedField(error);
  const shown = refused !== null && field !== undefined ? { ...problems, [field]: refused.detail } : problems;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="New secret">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused} />}
        <Text size="sm">Calls are made with the new secret within a second, and none fails in between.</Text>
        <SecretFields
          draft={secret}
          problems={shown}
          withoutAddress={`Left empty: ${credential.baseUrl}`}
          onChange={setSecret}
        />
        <NativeSelect
          label="The earlier secret keeps working for"
          data={graces}
          value={gracePeriod}
          onChange={(event) => setGracePeriod(event.currentTarget.value)}
        />
        <TextInput
          label="Reason"
          description="For the audit log."
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Sending sending={sending} confirm="Check and rotate" onCancel={onDone} />
      </Stack>
    </form>
  );
}
