/** A provider that people may sign in with. */
export interface OidcProvider {
  name: string;
  label: string;
}

/** What a sign-in begins with. */
export interface OidcBeginning {
  /** The page to go on to. */
  returnTo: string;
  /** The secret of the invitation that is followed. */
  invitation?: string;
}

/** Why a sign-in could not begin. */
export class OidcError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OidcError';
  }
}

/** The providers that can be signed in with; none when that cannot be found out, since there are passwords too. */
export async function fetchProviders(): Promise<OidcProvider[]> {
  try {
    const response = await fetch('/oidc', { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as { providers: OidcProvider[] }).providers : [];
  } catch {
    return [];
  }
}

/** Begins to sign in; answers the address of the provider's page to go on at. */
export async function beginOidc({ name, label }: OidcProvider, beginning: OidcBeginning): Promise<string> {
  const response = await send(name, beginning);
  if (response.ok) {
    return ((await response.json()) as { location: string }).location;
  }
  throw new OidcError(
    response.status === 503
      ? `${label} cannot be reached now. Try again in a moment.`
      : `Tollgate could not begin to sign you in (${response.status}). Try again.`,
  );
}

async function send(name: string, beginning: OidcBeginning): Promise<Response> {
  try {
    return await fetch(`/oidc/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, application/problem+json' },
      body: JSON.stringify(beginning),
    });
  } catch {
    throw new OidcError('Tollgate cannot be reached. Check the connection, then try again.');
  }
}
