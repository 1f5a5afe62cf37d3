import type { ApiKeyScope } from '@/gql/graphql';

/** Who is signed in, where, and what they may do there. */
export interface Session {
  email: string;
  name: string;
  scopes: ApiKeyScope[];
  /** Whether they are a platform operator, who acts above the organizations. */
  operator: boolean;
  organization: { slug: string; name: string; timeZone: string };
  /** All that the person may act in, by name; the session is in one of them. */
  organizations: { slug: string; name: string }[];
  /** How the person wants pages to look; null where they leave it to the browser. */
  preferences: { locale: string | null; colorScheme: 'LIGHT' | 'DARK' | null };
}

/** Why signing in did not work; `retryAfterSeconds` when locked out for a while. */
export class SignInError extends Error {
  constructor(
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'SignInError';
  }
}

/** The current session; null when nobody is signed in. */
export async function fetchSession(): Promise<Session | null> {
  const response = await fetch('/session', { headers: { accept: 'application/json' } });
  if (response.status === 401) {
    return null;
  }
  if (!response.ok) {
    throw new Error(`The session cannot be read (${response.status}).`);
  }
  return (await response.json()) as Session;
}

/** Signs in; afterwards the browser holds the session's cookie. */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await send('POST', JSON.stringify({ email, password }));
  if (response.ok) {
    return;
  }
  if (response.status === 401) {
    throw new SignInError('Email or password is wrong.');
  }
  if (response.status === 403) {
    throw new SignInError('You are suspended, or belong to no organization. Ask whoever looks after yours.');
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new SignInError('Too many attempts.', Number.isFinite(seconds) ? seconds : 60);
  }
  throw new SignInError(`Tollgate could not sign you in (${response.status}). Try again.`);
}

/** Signs out. */
export async function signOut(): Promise<void> {
  await send('DELETE');
}

async function send(method: 'POST' | 'DELETE', body?: string): Promise<Response> {
  try {
    return await fetch('/session', {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json, application/problem+json' },
      ...(body === undefined ? {} : { body }),
    });
  } catch {
    throw new SignInError('Tollgate cannot be reached. Check the connection, then try again.');
  }
}
