import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { grantOperator } from '../api/grant-operator';
import { reasonOf } from '../model/draft';
import { refusedBy } from '../model/refused';

/** Makes somebody an operator, by the address of their account. */
export function GrantForm() {
  const [{ data, error, fetching }, grant] = useMutation(grantOperator);
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const result = await grant({ input: { email: email.trim(), ...reasonOf(reason) } });
    if (result.error === undefined) {
      setEmail('');
      setReason('');
    }
  }

  const refused = refusedBy(error, { NOT_FOUND: 'email' });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Make an operator">
      <Stack gap="sm">
        {refused !== null && <Refusal failure={refused.failure} />}
        <Group gap="sm" align="flex-end">
          <TextInput
            size="xs"
            type="email"
            label="Email of an account"
            required
            autoComplete="off"
            value={email}
            error={refused?.field === 'email' && refused.failure.detail}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            label="Reason"
            placeholder="For the audit log"
            maxLength={500}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default" loading={fetching} disabled={email.trim() === ''}>
            Make operator
          </Button>
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {data !== undefined && error === undefined && `${data.grantOperator.user.name} is an operator now.`}
        </Text>
      </Stack>
    </form>
  );
}
