import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ask } from './pages.ts';
import { settings } from './settings.ts';

interface Created {
  data: { createApiKey: { secret: string } };
}

/** Creates a key to record calls with, as the person signed in. */
export async function createKey(page: Page): Promise<string> {
  const mutation = `mutation {
    createApiKey(input: {name: "Browser tests", scopes: [USAGE_WRITE]}) { secret }
  }`;
  return (await ask<Created>(page, mutation)).data.createApiKey.secret;
}

/** A feature that no other call is of. */
export function newFeature(): string {
  return `e2e-${randomUUID().slice(0, 8)}`;
}

/** Records calls. */
export interface Recorder {
  /** Records so many calls of a feature that occur now; returns when they are committed. */
  send: (feature: string, count: number, change?: Record<string, unknown>) => Promise<void>;
}

/** Records calls with an API key, as a service would. */
export function record(key: string): Recorder {
  return {
    async send(feature, count, change = {}) {
      const events = Array.from({ length: count }, (_, index) => ({
        id: randomUUID(),
        occurredAt: new Date().toISOString(),
        provider: 'openai',
        model: index % 3 === 0 ? 'gpt-5.5' : 'gpt-5.5-mini',
        inputTokens: 374 + index,
        outputTokens: 44,
        latencyMs: 812,
        status: 'SUCCESS',
        feature,
        user: `u-${index % 7}`,
        ...change,
      }));
      const response = await fetch(new URL('/v1/usage/events', settings.baseUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(events),
      });
      const receipt = (await response.json()) as { accepted?: number };
      if (receipt.accepted !== count) {
        throw new Error(`Of ${count} calls were taken: ${JSON.stringify(receipt)}`);
      }
    },
  };
}
