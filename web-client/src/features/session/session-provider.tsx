import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import * as api from './api/session-api';
import { SessionContext, type SessionState } from './session-context';

async function readState(): Promise<SessionState> {
  try {
    const session = await api.fetchSession();
    return session === null ? { status: 'signed-out' } : { status: 'signed-in', session };
  } catch {
    return { status: 'unreachable' };
  }
}

/** Asks the server once who is signed in, and keeps the answer. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    void readState().then((next) => {
      if (current) {
        setState(next);
      }
    });
    return () => {
      current = false;
    };
  }, [attempt]);

  const expire = useCallback(() => setState({ status: 'signed-out' }), []);
  const reload = useCallback(() => {
    setState({ status: 'loading' });
    setAttempt((n) => n + 1);
  }, []);
  const refresh = useCallback(async () => setState(await readState()), []);
  const signIn = useCallback(async (email: string, password: string) => {
    await api.signIn(email, password);
    setState(await readState());
  }, []);
  const signOut = useCallback(async () => {
    await api.signOut();
    setState({ status: 'signed-out' });
  }, []);

  const access = useMemo(
    () => ({ state, signIn, signOut, expire, reload, refresh }),
    [state, signIn, signOut, expire, reload, refresh],
  );
  return <SessionContext value={access}>{children}</SessionContext>;
}
