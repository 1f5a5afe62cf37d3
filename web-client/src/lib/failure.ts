import type { CombinedError } from 'urql';
import { codeOf, StreamEnded } from './live/connection';

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

/** Explains a failed request, or a stream that has ended, by its stable code. */
export function explain(error: CombinedError): Failure {
  const first = error.graphQLErrors[0];
  const closed = codeOf(error.networkError);
  if (closed !== undefined) {
    return explainClosing(closed, error.networkError);
  }
  if (error.networkError instanceof StreamEnded) {
    return {
      title: 'The stream has ended',
      detail: 'The server has stopped sending. Start it again to go on.',
      code: 'COMPLETED',
      reference: undefined,
    };
  }
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

const refusals: Record<string, string> = {
  FORBIDDEN: 'You may not do this',
  BAD_USER_INPUT: 'This was not accepted',
  CONFLICT: 'It has changed meanwhile',
  NOT_FOUND: 'It is no longer there',
};

/** Explains why a change was not made. */
export function explainRefusal(error: CombinedError): Failure {
  const failure = explain(error);
  return { ...failure, title: refusals[failure.code] ?? failure.title };
}

/** The field of the input that was not accepted; undefined when it was none. */
export function refusedField(error: CombinedError | undefined): string | undefined {
  return text(error?.graphQLErrors[0]?.extensions['field']);
}

const unauthorized = 4401;

/** What the codes mean that a connection is closed with for good. */
const closings: Record<number, Pick<Failure, 'title' | 'detail'>> = {
  [unauthorized]: { title: 'You are signed out', detail: 'Sign in again to go on.' },
  4403: {
    title: 'You may not watch this',
    detail: 'Ask an owner of the organization for the right to read usage.',
  },
};

function explainClosing(code: number, event: unknown): Failure {
  const reason = text((event as { reason?: unknown }).reason) ?? '';
  const known = closings[code] ?? {
    title: 'The connection was closed',
    detail: 'Start it again; should that not help, load the page anew.',
  };
  return {
    title: known.title,
    detail: reason === '' ? known.detail : `The server said: “${reason}”. ${known.detail}`,
    code: `CLOSED_${code}`,
    reference: undefined,
  };
}

/** Whether the server no longer knows who is asking. */
export function isUnauthenticated(error: CombinedError): boolean {
  const response = error.response as Response | undefined;
  return (
    response?.status === 401 ||
    codeOf(error.networkError) === unauthorized ||
    error.graphQLErrors.some((e) => e.extensions['code'] === 'UNAUTHENTICATED')
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
