import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { SecretInput } from '@/components/secret-input';
import { joinAsNew, LinkError } from '../api/follow-link';
import { LinkAlert } from './link-alert';

interface Props {
  token: string;
  onJoined: () => Promise<void>;
}

/** Makes an account for whoever was invited. */
export function JoinForm({ token, onJoined }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<LinkError | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await joinAsNew(token, form.get('name') as string, form.get('password') as string);
      await onJoined();
    } catch (error) {
      setFailure(error instanceof LinkError ? error : new LinkError('Something went wrong. Try again.'));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Join">
      <Stack gap="md">
        {failure !== null && <LinkAlert>{failure.message}</LinkAlert>}
        <TextInput
          label="Your name"
          name="name"
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={100}
          autoFocus
          error={failure?.field === 'name'}
        />
        <SecretInput
          label="Password"
          description="At least 12 characters."
          name="password"
          autoComplete="new-password"
          minLength={12}
          error={failure?.field === 'password'}
        />
        <Button type="submit" loading={busy} fullWidth>
          Join
        </Button>
      </Stack>
    </form>
  );
}
