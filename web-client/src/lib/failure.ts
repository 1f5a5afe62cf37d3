import type { CombinedError } from 'urql';

/** What went wrong, in words for the person in front of the screen. */
export interface Failure {
  title: string;
  detail: string;
  code: string;
  reference: string | undefined;
}

const titles: Record<string, string> = {
  NETWORK: 'Tollgate cannot be reached',
  FORBIDDEN: 'You may not see this',
  BAD_USER_INPUT: 'This view cannot be shown',
  TOO_COMPLEX: 'This question is too large',
  RATE_LIMITED: 'Too many requests',
  UNAVAILABLE: 'Tollgate is not ready',
};

/** Explains a failed request by its stable code. */
export function explain(error: CombinedError): Failure {
  const first = error.graphQLErrors[0];
  if (first === undefined) {
    return {
      title: titles['NETWORK'] ?? '',
      detail: 'Check the connection, then try again.',
      code: 'NETWORK',
      reference: undefined,
    };
  }
  const code = text(first.extensions['code']) ?? 'INTERNAL';
  return {
    title: titles[code] ?? 'Something went wrong',
    detail: first.message,
    code,
    reference: text(first.extensions['reference']),
  };
}

/** Whether the server no longer knows who is asking. */
export function isUnauthenticated(error: CombinedError): boolean {
  const response = error.response as Response | undefined;
  return (
    response?.status === 401 || error.graphQLErrors.some((e) => e.extensions['code'] === 'UNAUTHENTICATED')
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
