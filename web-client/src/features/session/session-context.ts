import { createContext, use } from 'react';
import type { Session } from './api/session-api';

/** What is known about who is asking. */
export type SessionState =
  | { status: 'loading' }
  | { status: 'unreachable' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; session: Session };

/** The session and what can be done with it. */
export interface SessionAccess {
  state: SessionState;
  signIn: (email: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  expire: () => void;
  /** Asks anew who is signed in, showing nothing meanwhile. */
  reload: () => void;
  /** Asks anew who is signed in, while what is shown stays. */
  refresh: () => Promise<void>;
}

export const SessionContext = createContext<SessionAccess | null>(null);

/** The session of the surrounding provider. */
export function useSession(): SessionAccess {
  const access = use(SessionContext);
  if (access === null) {
    throw new Error('useSession needs a SessionProvider around it.');
  }
  return access;
}
