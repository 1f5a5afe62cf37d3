import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from './ask';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what GraphiQL asks', () => {
  it('goes to this origin with the headers that were typed in, and is answered as it came', async () => {
    const fetched = vi.fn((url: string, init: RequestInit) =>
      Promise.resolve(Response.json({ url, headers: init.headers, body: init.body }, { status: 401 })),
    );
    vi.stubGlobal('fetch', fetched);

    const answer = await ask({ query: '{ a }' }, { headers: { Authorization: 'Bearer tg_x' } });

    expect(answer).toMatchObject({
      url: '/graphql',
      headers: { Authorization: 'Bearer tg_x', 'Content-Type': 'application/json' },
      body: '{"query":"{ a }"}',
    });
  });
});
