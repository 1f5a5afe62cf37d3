import { Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { SecretInput } from '@/components/secret-input';
import { LinkError, resetPassword } from '../api/follow-link';
import { LinkAlert } from './link-alert';
import { NoToken } from './no-token';

interface Props {
  /** The secret of the link; empty when the address has none. */
  token: string;
  /** Where to go on once the password is set, and with that every session has ended. */
  toSignIn: ReactNode;
}

/** Sets a new password. */
export function PasswordReset({ token, toSignIn }: Props) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<LinkError | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      if (form.get('password') !== form.get('again')) {
        throw new LinkError('The two are not the same.', 'again');
      }
      await resetPassword(token, form.get('password') as string);
      setDone(true);
    } catch (error) {
      setFailure(error instanceof LinkError ? error : new LinkError('Something went wrong. Try again.'));
    }
    setBusy(false);
  }

  if (token === '') {
    return <NoToken />;
  }
  if (done) {
    return (
      <Stack gap="md">
        <Text size="sm" role="status">
          The password is set, and all your sessions have ended.
        </Text>
        {toSignIn}
      </Stack>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} aria-label="New password">
      <Stack gap="md">
        {failure !== null && <LinkAlert>{failure.message}</LinkAlert>}
        <SecretInput
          label="New password"
          description="At least 12 characters."
          name="password"
          autoComplete="new-password"
          minLength={12}
          autoFocus
          error={failure?.field === 'password'}
        />
        <SecretInput
          label="New password again"
          name="again"
          autoComplete="new-password"
          error={failure?.field === 'again'}
        />
        <Button type="submit" loading={busy} fullWidth>
          Set password
        </Button>
      </Stack>
    </form>
  );
}
