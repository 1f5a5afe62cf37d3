import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useRef, useState, type SubmitEvent } from 'react';
import { SignInError } from '../api/session-api';
import { useSession } from '../session-context';

function message(error: unknown): string {
  if (!(error instanceof SignInError)) {
    return 'Something went wrong. Try again.';
  }
  const seconds = error.retryAfterSeconds;
  if (seconds === undefined) {
    return error.message;
  }
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return `${error.message} Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}

/** Asks for email and password; a failure is announced and leads back to the password. */
export function SignInForm() {
  const { signIn } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await signIn(form.get('email') as string, form.get('password') as string);
    } catch (error) {
      setFailure(message(error));
      setBusy(false);
      password.current?.focus();
      password.current?.select();
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Sign in">
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle />}>
            {failure}
          </Alert>
        )}
        <TextInput
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          ref={password}
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={busy} fullWidth mt="xs">
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
