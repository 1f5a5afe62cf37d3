import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { explainRefusal } from '@/lib/failure';
import { rotateApiKey } from '../api/rotate-key';

interface Props {
  /** The key's. */
  id: string;
  onRotated: (secret: string) => void;
  onCancel: () => void;
}

const graces = [
  { value: 'PT0S', label: 'Not at all' },
  { value: 'PT1H', label: '1 hour' },
  { value: 'PT24H', label: '24 hours' },
  { value: 'P7D', label: '7 days' },
  { value: 'P30D', label: '30 days' },
];

/** Asks for how long the earlier secret works on. */
export function RotateForm({ id, onRotated, onCancel }: Props) {
  const [{ error, fetching }, rotate] = useMutation(rotateApiKey);
  useHeldOpen(fetching);
  const [gracePeriod, setGracePeriod] = useState('PT24H');
  const [reason, setReason] = useState('');

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const why = reason.trim();
    const { data } = await rotate({ input: { id, gracePeriod, ...(why === '' ? {} : { reason: why }) } });
    const secret = data?.rotateApiKey.secret;
    if (typeof secret === 'string') {
      onRotated(secret);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Rotation">
      <Stack gap="md">
        {error !== undefined && <Refusal failure={explainRefusal(error)} />}
        <Text size="sm">The key gets another secret. Its rights, its limits and its history stay.</Text>
        <NativeSelect
          label="The earlier secret works on for"
          data={graces}
          value={gracePeriod}
          onChange={(event) => setGracePeriod(event.currentTarget.value)}
        />
        <TextInput
          label="Reason"
          description="For the audit log."
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={fetching} onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Rotate key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
