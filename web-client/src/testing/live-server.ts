import { waitFor } from '@testing-library/react';
import { ws } from 'msw';

interface Message {
  type: string;
  id?: string;
  payload?: { query: string; variables?: Record<string, unknown> };
}

/** A subscription that a page has begun. */
export interface Watched {
  operation: string;
  variables: Record<string, unknown>;
  next: (data: object) => void;
  fail: (code: string, message: string) => void;
  complete: () => void;
}

interface Socket {
  send: (data: string) => void;
  close: (code?: number, reason?: string) => void;
}

/** Speaks `graphql-transport-ws`; what it answers is told by each test. */
export class LiveServer {
  private readonly open = new Map<Socket, Map<string, Watched>>();

  /** Acknowledges connections, or closes them at once with this code. */
  refuseWith: number | null = null;

  accept(socket: Socket): void {
    this.open.set(socket, new Map());
  }

  left(socket: Socket): void {
    this.open.delete(socket);
  }

  hear(socket: Socket, data: string): void {
    const { type, id = '', payload } = JSON.parse(data) as Message;
    const watched = this.open.get(socket);
    if (type === 'connection_init') {
      this.greet(socket);
    } else if (type === 'ping') {
      send(socket, { type: 'pong' });
    } else if (type === 'complete') {
      watched?.delete(id);
    } else if (type === 'subscribe' && payload !== undefined) {
      const forget = () => watched?.delete(id);
      watched?.set(id, subscription(socket, id, payload, forget));
    }
  }

  /** The subscriptions to an operation that are watched now. */
  watching(operation: string): Watched[] {
    return [...this.open.values()]
      .flatMap((watched) => [...watched.values()])
      .filter((watched) => watched.operation === operation);
  }

  /** Closes every connection. */
  drop(code: number, reason = ''): void {
    for (const socket of [...this.open.keys()]) {
      this.open.delete(socket);
      socket.close(code, reason);
    }
  }

  private greet(socket: Socket): void {
    if (this.refuseWith === null) {
      send(socket, { type: 'connection_ack' });
    } else {
      socket.close(this.refuseWith);
    }
  }
}

function send(socket: Socket, message: object): void {
  socket.send(JSON.stringify(message));
}

function subscription(
  socket: Socket,
  id: string,
  payload: NonNullable<Message['payload']>,
  forget: () => void,
): Watched {
  const end = (message: object) => {
    forget();
    send(socket, message);
  };
  return {
    operation: /subscription (\w+)/.exec(payload.query)?.[1] ?? '',
    variables: payload.variables ?? {},
    next: (data) => send(socket, { type: 'next', id, payload: { data } }),
    fail: (code, message) => end({ type: 'error', id, payload: [{ message, extensions: { code } }] }),
    complete: () => end({ type: 'complete', id }),
  };
}

/** The one that answers in unit tests. */
export const liveServer = new LiveServer();

/** Waits until a page watches an operation with these variables. */
export async function watched(operation: string, variables: Record<string, unknown> = {}): Promise<Watched> {
  return waitFor(() => {
    const found = liveServer
      .watching(operation)
      .find((each) => Object.entries(variables).every(([name, value]) => each.variables[name] === value));
    if (found === undefined) {
      throw new Error(`Nobody watches ${operation} ${JSON.stringify(variables)}.`);
    }
    return found;
  });
}

/** Lets the live server answer the page's connections. */
export const liveHandler = ws.link('ws://localhost*/graphql').addEventListener('connection', ({ client }) => {
  const socket: Socket = {
    send: (data) => client.send(data),
    close: (code, reason) => client.close(code, reason),
  };
  liveServer.accept(socket);
  client.addEventListener('message', ({ data }) => liveServer.hear(socket, data as string));
  client.addEventListener('close', () => liveServer.left(socket));
});
