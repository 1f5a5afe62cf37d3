import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { counts, features, item, models, rows, tick } from './live-fixtures.ts';

interface Message {
  type: string;
  id: string;
  payload?: { query: string; variables?: { by?: string } };
}

/** How many calls the mocked organization makes in a second; `MOCK_CALLS_PER_SECOND` makes it busier. */
export const callsPerSecond = Number(process.env['MOCK_CALLS_PER_SECOND'] ?? 40);
const every = 200;
const shownPerSecond = 100;

const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'graphql-transport-ws' });

/** Answers a connection of the live pages; others are left to those that they are for. */
export function answerUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (request.url === '/graphql') {
    sockets.handleUpgrade(request, socket, head, converse);
  }
}

function converse(socket: WebSocket): void {
  const streams = new Map<string, NodeJS.Timeout>();
  const stop = (id: string) => {
    clearInterval(streams.get(id));
    streams.delete(id);
  };
  socket.on('message', (data: Buffer) => {
    const { type, id, payload } = JSON.parse(data.toString()) as Message;
    if (type === 'connection_init') {
      send(socket, { type: 'connection_ack' });
    } else if (type === 'ping') {
      send(socket, { type: 'pong' });
    } else if (type === 'complete') {
      stop(id);
    } else if (type === 'subscribe' && payload?.query.includes('usage') === true) {
      // Of what is changed by others nothing is told: nobody changes anything here.
      streams.set(id, setInterval(streamOf(socket, id, payload), every));
    }
  });
  socket.on('close', () => [...streams.keys()].forEach(stop));
}

function send(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

function streamOf(socket: WebSocket, id: string, payload: NonNullable<Message['payload']>): () => void {
  const next = (data: object) => send(socket, { type: 'next', id, payload: { data } });
  if (payload.query.includes('usageEvents')) {
    let number = 0;
    return () => {
      for (let shown = Math.min(callsPerSecond, shownPerSecond) / (1000 / every); shown > 0; shown--) {
        next({ usageEvents: someCall(number++) });
      }
    };
  }
  let sequence = 0;
  const names = payload.variables?.by === 'FEATURE' ? features : models;
  return () => {
    const to = Date.now();
    next({
      usageTicks: { ...someTick(names), sequence: sequence + 1, sinceSequence: sequence, cursor: `${to}` },
    });
    sequence++;
  };
}

/** A little more and a little less of each, over a few minutes. */
function someTick(names: readonly string[]) {
  const to = Date.now();
  const calls = names.map((name, index) => {
    const level = 1 + Math.sin(to / 20_000 + index * 2) + Math.random();
    return [name, Math.round((level * callsPerSecond * every) / 1000 / names.length / 1.5)] as const;
  });
  const requests = calls.reduce((total, [, each]) => total + each, 0);
  return tick({
    from: new Date(to - every).toISOString(),
    to: new Date(to).toISOString(),
    metrics: counts(requests, Math.round(requests * 0.04 * Math.random())),
    rows: rows(Object.fromEntries(calls)),
  });
}

function someCall(number: number) {
  const failed = number % 23 === 11;
  return item(
    number,
    {
      occurredAt: new Date().toISOString(),
      model: models[(number * 7) % models.length] ?? 'gpt-5.5',
      feature: number % 5 === 0 ? null : (features[(number * 3) % features.length] ?? null),
      status: failed ? 'ERROR' : 'SUCCESS',
      errorCode: failed ? 'rate_limit_exceeded' : null,
      outputTokens: failed ? null : 44 + (number % 300),
      cost: failed ? null : 0.00319,
    },
    Math.max(1, callsPerSecond / shownPerSecond),
  );
}
