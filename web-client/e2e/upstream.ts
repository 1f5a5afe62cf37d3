import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach } from 'vitest';

/** A server that Tollgate calls: a provider that knows some secrets, and a webhook that takes everything. */
export interface Upstream {
  /** Where the provider's API is. */
  baseUrl: string;
  webhookUrl: string;
  /** What the webhook has got. */
  taken: { signature: string | undefined; body: string }[];
}

const running: (() => Promise<void>)[] = [];

/** Starts one that accepts these secrets; it ends with the test. */
export async function startUpstream(...secrets: string[]): Promise<Upstream> {
  const taken: Upstream['taken'] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.method === 'POST') {
        const signature = request.headers['webhook-signature'];
        taken.push({ signature: Array.isArray(signature) ? signature[0] : signature, body });
        response.writeHead(204).end();
        return;
      }
      const known = secrets.some((secret) => request.headers.authorization === `Bearer ${secret}`);
      response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' }).end('{"data":[]}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  running.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { baseUrl: `${origin}/v1`, webhookUrl: `${origin}/hook`, taken };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});
