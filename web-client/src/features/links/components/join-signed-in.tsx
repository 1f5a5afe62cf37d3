import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { explainRefusal } from '@/lib/failure';
import { acceptInvitation } from '../api/accept-invitation';

interface Props {
  token: string;
  signedIn: { name: string; email: string };
  onSignOut: () => void;
  onJoined: () => Promise<void>;
}

/** Lets whoever is signed in join with that account. */
export function JoinSignedIn({ token, signedIn, onSignOut, onJoined }: Props) {
  const [{ error, fetching }, accept] = useMutation(acceptInvitation);

  async function join() {
    const result = await accept({ input: { token } });
    if (result.error === undefined) {
      await onJoined();
    }
  }

  return (
    <Stack gap="md">
      {error !== undefined && <Refusal failure={explainRefusal(error)} />}
      <Text size="sm">
        You are signed in as {signedIn.name} ({signedIn.email}). The invitation must be for that address.
      </Text>
      <Button loading={fetching} onClick={() => void join()} fullWidth>
        Join as {signedIn.name}
      </Button>
      <Button variant="default" onClick={onSignOut} fullWidth>
        Sign out first
      </Button>
    </Stack>
  );
}
