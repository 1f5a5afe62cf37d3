import { Anchor, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { JoinForm } from './join-form';
import { JoinSignedIn } from './join-signed-in';
import { NoToken } from './no-token';

interface Props {
  /** The secret of the link; empty when the address has none. */
  token: string;
  /** Who is signed in; null when nobody is. */
  signedIn: { name: string; email: string } | null;
  /** Asks for email and password of an account that there is. */
  signInForm: ReactNode;
  /** Lets whoever has an account elsewhere join with that. */
  providers: ReactNode;
  onSignOut: () => void;
  /** Called when the person has joined, and the session is in the organization. */
  onJoined: () => Promise<void>;
}

/** Lets whoever was invited join: with the account they are signed in with, one they have, or a new one. */
export function Invitation({ token, signedIn, signInForm, providers, onSignOut, onJoined }: Props) {
  const [known, setKnown] = useState(false);
  if (token === '') {
    return <NoToken />;
  }
  if (signedIn !== null) {
    return <JoinSignedIn token={token} signedIn={signedIn} onSignOut={onSignOut} onJoined={onJoined} />;
  }
  return (
    <Stack gap="md">
      {known ? (
        <>
          <Text size="sm">Sign in with the address that was invited; then you can join.</Text>
          {signInForm}
        </>
      ) : (
        <JoinForm token={token} onJoined={onJoined} />
      )}
      <Anchor component="button" type="button" size="sm" onClick={() => setKnown(!known)}>
        {known ? 'I have no account yet' : 'I have an account'}
      </Anchor>
      {providers}
    </Stack>
  );
}
