import { useState } from 'react';
import type { CombinedError } from 'urql';

/** Sends what keeps nothing of what was sent: only whether an answer is awaited, and why it was refused. */
export function useSending() {
  const [error, setError] = useState<CombinedError | undefined>();
  const [sending, setSending] = useState(false);

  async function send(ask: () => Promise<CombinedError | undefined>): Promise<boolean> {
    setError(undefined);
    setSending(true);
    const refused = await ask();
    setSending(false);
    setError(refused);
    return refused === undefined;
  }

  return { error, sending, send };
}
