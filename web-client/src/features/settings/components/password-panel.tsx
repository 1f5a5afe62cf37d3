import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { SecretInput } from '@/components/secret-input';
import { explainRefusal, refusedField } from '@/lib/failure';
import { changePassword } from '../api/change-password';
import { Panel } from './panel';

const empty = { currentPassword: '', newPassword: '', again: '' };

/** Sets another password. */
export function PasswordPanel({ email }: { email: string }) {
  const [{ data, error, fetching }, change] = useMutation(changePassword);
  const [draft, setDraft] = useState(empty);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentPassword, newPassword, again } = draft;
    setProblem(newPassword === again ? null : 'It is not the same.');
    if (newPassword !== again) {
      return;
    }
    const result = await change({ input: { currentPassword, newPassword } });
    if (result.error === undefined) {
      setDraft(empty);
    }
  }

  const refused = error === undefined ? null : explainRefusal(error);
  const field = (name: keyof typeof empty) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  return (
    <Panel title="Password">
      <form onSubmit={(event) => void submit(event)} aria-label="Password">
        <Stack gap="sm">
          {refused !== null && <Refusal failure={refused} />}
          {/* So that password managers know whose it is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <SecretInput
            label="Current password"
            autoComplete="current-password"
            error={refusedField(error) === 'currentPassword' && refused?.detail}
            {...field('currentPassword')}
          />
          <SecretInput
            label="New password"
            description="At least 12 characters."
            autoComplete="new-password"
            minLength={12}
            error={refusedField(error) === 'newPassword' && refused?.detail}
            {...field('newPassword')}
          />
          <SecretInput
            label="New password again"
            autoComplete="new-password"
            error={problem}
            {...field('again')}
          />
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="dimmed" role="status">
              {data?.changePassword !== undefined && 'The password is changed.'}
            </Text>
            <Button type="submit" loading={fetching}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
