import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Refusal } from '@/components/refusal';
import { explainRefusal } from '@/lib/failure';
import { signOutEverywhere } from '../api/sign-out-everywhere';
import { Panel } from './panel';

/** Ends all sessions. */
export function SessionsPanel({ onSignedOut }: { onSignedOut: () => void }) {
  const [{ error, fetching }, signOut] = useMutation(signOutEverywhere);
  const [asking, setAsking] = useState(false);

  async function go() {
    setAsking(false);
    const result = await signOut({});
    if (result.error === undefined) {
      onSignedOut();
    }
  }

  return (
    <Panel title="Sessions">
      {error !== undefined && <Refusal failure={explainRefusal(error)} />}
      <Group justify="space-between" gap="sm">
        <Text size="sm">Wherever you are signed in, this browser included.</Text>
        <Button variant="default" loading={fetching} onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      </Group>
      <ConfirmDialog
        title="Sign out everywhere?"
        opened={asking}
        confirm="Sign out"
        onConfirm={() => void go()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">All your sessions end, and you sign in again here.</Text>
      </ConfirmDialog>
    </Panel>
  );
}
