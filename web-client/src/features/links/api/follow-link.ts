/** Why a link did not work; `field` names what was not accepted of what was filled in. */
export class LinkError extends Error {
  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'LinkError';
  }
}

/** Makes an account by an invitation, and signs it in. */
export async function joinAsNew(token: string, name: string, password: string): Promise<void> {
  await send('/invitations/accept', { token, name, password });
}

/** Sets a new password by a link; all sessions of whoever it is for end. */
export async function resetPassword(token: string, password: string): Promise<void> {
  await send('/password/reset', { token, password });
}

async function send(path: string, body: Record<string, string>): Promise<void> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, application/problem+json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new LinkError('Tollgate cannot be reached. Check the connection, then try again.');
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
}

async function problemOf(response: Response): Promise<LinkError> {
  try {
    const { detail, field } = (await response.json()) as { detail?: string; field?: string };
    return new LinkError(detail ?? `Tollgate could not do this (${response.status}). Try again.`, field);
  } catch {
    return new LinkError(`Tollgate could not do this (${response.status}). Try again.`);
  }
}
