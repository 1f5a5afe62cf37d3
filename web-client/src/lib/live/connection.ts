import { createClient } from 'graphql-ws';
import type { ExecutionResult } from 'urql';

/** Whether there is a connection for what is live: none wanted, being made, there, or lost and tried again by itself. */
export type ConnectionState =
  | { kind: 'idle' }
  | { kind: 'connecting' }
  | { kind: 'open' }
  /** With what the server said last, empty when it said nothing. */
  | { kind: 'lost'; reason: string };

/** A subscription as the server is asked for it. */
export interface LiveRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
}

/** What a subscription brings, and why the server has ended it. */
export interface LiveSink {
  next: (result: ExecutionResult) => void;
  error: (failure: unknown) => void;
}

/**
 * The one connection that all subscriptions of a session share, there while any is watched. A lost one is made again, and
 * each subscription then goes on from the cursor of its last item.
 */
export interface LiveConnection {
  /** Begins a subscription; answers what ends it. */
  subscribe: (request: LiveRequest, sink: LiveSink) => () => void;
  state: () => ConnectionState;
  onChange: (listener: () => void) => () => void;
}

/** Why a stream ended that nobody here has ended. */
export class StreamEnded extends Error {
  constructor() {
    super('The server has ended the stream.');
    this.name = 'StreamEnded';
  }
}

const pingEvery = 10_000;
const answerWithin = 5_000;
const forbidden = 4403;
const normalClosure = 1000;

/** Makes the connection to the application that the page came from. */
export function createLiveConnection(): LiveConnection {
  let state: ConnectionState = { kind: 'idle' };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function enter(next: ConnectionState) {
    state = next;
    listeners.forEach((listener) => listener());
  }

  const client = createClient({
    url: socketUrl,
    lazyCloseTimeout: 2_000,
    keepAlive: pingEvery,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // The codes that make no sense to try again, beside those that graphql-ws knows.
    shouldRetry: (failure) => codeOf(failure) !== forbidden,
    retryWait: (attempt) => untilOnline(patience(attempt)),
    on: {
      connecting: () => {
        if (state.kind !== 'lost') {
          enter({ kind: 'connecting' });
        }
      },
      connected: () => enter({ kind: 'open' }),
      closed: (event) => {
        clearTimeout(silence);
        if (codeOf(event) === normalClosure) {
          enter({ kind: 'idle' });
        } else {
          enter({ kind: 'lost', reason: (event as { reason?: string }).reason ?? '' });
        }
      },
      // A connection whose other end has gone without a word is as good as lost.
      ping: (received) => {
        if (!received) {
          silence = setTimeout(() => client.terminate(), answerWithin);
        }
      },
      pong: (received) => {
        if (received) {
          clearTimeout(silence);
        }
      },
    },
  });

  return {
    subscribe: (request, sink) => resumable(client.subscribe.bind(client), request, sink),
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Subscribe = ReturnType<typeof createClient>['subscribe'];

/** graphql-ws sends the same payload again after a lost connection: it is kept saying where to go on. */
function resumable(subscribe: Subscribe, request: LiveRequest, sink: LiveSink): () => void {
  const payload = { query: request.query, variables: { ...request.variables } };
  let stopped = false;
  const stop = subscribe(payload, {
    next(result) {
      const cursor = cursorOf(result.data);
      if (cursor !== undefined) {
        payload.variables['after'] = cursor;
      }
      sink.next(result as ExecutionResult);
    },
    error(failure) {
      if (!stopped) {
        sink.error(failure);
      }
    },
    complete() {
      if (!stopped) {
        sink.error(new StreamEnded());
      }
    },
  });
  return () => {
    stopped = true;
    stop();
  };
}

function cursorOf(data: Record<string, unknown> | null | undefined): string | undefined {
  const [item] = Object.values(data ?? {}) as ({ cursor?: string } | null)[];
  return item?.cursor;
}

function socketUrl(): string {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** The code of a closed connection; undefined for what is none. */
export function codeOf(failure: unknown): number | undefined {
  const code: unknown = typeof failure === 'object' && failure !== null && 'code' in failure && failure.code;
  return typeof code === 'number' ? code : undefined;
}

/** Half a second, doubled with each attempt up to half a minute; spread, so that a crowd does not come back at once. */
function patience(attempt: number): number {
  return Math.min(30_000, 500 * 2 ** attempt) * (0.5 + Math.random());
}

function untilOnline(orAfter: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, orAfter);
    window.addEventListener('online', done);
  });
}
