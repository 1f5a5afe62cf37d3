import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page, WebSocketRoute } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withBrowser, visit } from './browser.ts';
import { createKey, newFeature, record, type Recorder } from './calls.ts';
import { ask, exact, figure, openSignedIn, shown, signIn } from './pages.ts';
import { settings } from './settings.ts';

withBrowser();

const status = (page: Page) => page.getByRole('status');
const tail = (page: Page) =>
  page.getByRole('region', { name: 'Calls as they come in' }).locator('tbody tr[aria-rowindex]');

/** The sum since the page was opened. */
function opened(page: Page, name: string): Promise<string> {
  const row = page.getByRole('region', { name: 'Totals' }).getByRole('row', { name: new RegExp(`^${name}`) });
  return exact(row.getByRole('cell').nth(1));
}

/** Opens the page as the owner, and waits until it is live. */
async function openLive(page: Page, search = ''): Promise<Recorder> {
  await page.goto(`/live${search}`);
  await signIn(page, settings.password);
  await live(page);
  return record(await createKey(page));
}

async function live(page: Page): Promise<void> {
  await status(page).getByText('Live', { exact: true }).waitFor();
}

const number = new Intl.NumberFormat('en-US');
const money = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 12,
});

interface Answer {
  data: {
    organization: { usage: { metrics: { requests: number; totalTokens: number; cost: number } } };
  };
}

/** What the API says of the calls of a feature. */
async function ledger(page: Page, feature: string) {
  const query = `{ organization { usage(range: {last: "PT1H"}, filter: {feature: ["${feature}"]}) {
    metrics { requests totalTokens cost }
  } } }`;
  return (await ask<Answer>(page, query)).data.organization.usage.metrics;
}

/** Waits until the page's sums are those of the ledger. */
async function agreed(page: Page, feature: string, requests: number): Promise<void> {
  await expect.poll(() => opened(page, 'Requests')).toBe(number.format(requests));
  await expect.poll(async () => (await ledger(page, feature)).requests).toBe(requests);
  const { totalTokens, cost } = await ledger(page, feature);
  expect(await opened(page, 'Tokens')).toBe(number.format(totalTokens));
  expect(await opened(page, 'Cost')).toBe(money.format(cost));
}

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

async function focusable(locator: Locator): Promise<boolean> {
  await locator.focus();
  return locator.evaluate((element) => element === document.activeElement);
}

describe('the live page', () => {
  it('shows calls as they come in, and adds up to what the API answers', async () => {
    const { page, graphqlRequests } = await visit();
    const calls = await openLive(page);
    const feature = newFeature();
    await calls.send(feature, 3);
    await tail(page).filter({ hasText: feature }).nth(2).waitFor();
    await agreed(page, feature, 3);
    await calls.send(feature, 40);
    await agreed(page, feature, 43);
    expect(graphqlRequests.filter(({ operationName }) => operationName === 'Live')).toHaveLength(1);
  });

  it('keeps the tail still while paused', async () => {
    const { page } = await visit();
    const feature = newFeature();
    const calls = await openLive(page, `?feature=${feature}`);
    await calls.send(feature, 2);
    await expect.poll(() => tail(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Pause' }).click();
    await calls.send(feature, 3);
    const resume = page.getByRole('button', { name: 'Resume · 3 new' });
    await resume.waitFor();
    expect(await tail(page).count()).toBe(2);
    await resume.click();
    await expect.poll(() => tail(page).count()).toBe(5);
  });

  it('shows only the calls that are looked for, at an address that says so', async () => {
    const { page } = await visit();
    const calls = await openLive(page);
    const [wanted, other] = [newFeature(), newFeature()];
    await calls.send(wanted, 1);
    await tail(page).filter({ hasText: wanted }).waitFor();
    await page.getByLabel('Feature', { exact: true }).selectOption(wanted);
    await expect.poll(() => new URL(page.url()).searchParams.get('feature')).toBe(wanted);
    await calls.send(other, 4);
    await calls.send(wanted, 2);
    await expect.poll(() => tail(page).count()).toBe(3);

    await calls.send(wanted, 1, { status: 'ERROR', errorCode: 'rate_limit_exceeded' });
    await page.getByLabel('Status', { exact: true }).selectOption('Errors');
    await expect.poll(() => tail(page).count()).toBe(1);
    await page.getByLabel('Text', { exact: true }).fill('LIMIT');
    await expect.poll(() => new URL(page.url()).search).toContain('status=ERROR&text=LIMIT');
    expect(await tail(page).innerText()).toContain('rate_limit_exceeded');
  });

  it('makes a lost connection again, and has missed nothing', async () => {
    const { page } = await visit();
    const sockets: WebSocketRoute[] = [];
    let cut = false;
    await page.routeWebSocket(/\/graphql$/, (socket) => {
      if (cut) {
        void socket.close({ code: 1012, reason: 'Cut' });
        return;
      }
      socket.connectToServer();
      sockets.push(socket);
    });
    const calls = await openLive(page);
    const feature = newFeature();
    await calls.send(feature, 2);
    await agreed(page, feature, 2);

    cut = true;
    await Promise.all(sockets.map((socket) => socket.close({ code: 1012, reason: 'Cut' })));
    await status(page).getByText('Reconnecting', { exact: true }).waitFor();
    await calls.send(feature, 5);
    expect(await opened(page, 'Requests')).toBe('2');

    cut = false;
    await live(page);
    await status(page)
      .getByText(/Nothing was missed: 5 calls/)
      .waitFor();
    await agreed(page, feature, 7);
    await calls.send(feature, 1);
    await agreed(page, feature, 8);
  });

  it('ends when its person signs out elsewhere', async () => {
    const { page } = await visit();
    await openLive(page);
    await page.evaluate(() => fetch('/session', { method: 'DELETE' }));
    await page.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();
  });
});

describe.each(['light', 'dark'] as const)('the live page in %s', (colorScheme) => {
  it.each([1440, 390])('has no serious barrier and fits, %i pixels wide', async (width) => {
    const { page } = await visit({ colorScheme, viewport: { width, height: 844 } });
    const calls = await openLive(page);
    await calls.send(newFeature(), 3, { status: 'ERROR', errorCode: 'rate_limit_exceeded' });
    await expect.poll(() => tail(page).count()).toBeGreaterThan(0);
    await page
      .getByRole('img', { name: /per minute/ })
      .first()
      .waitFor();
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await focusable(page.getByRole('region', { name: 'Calls as they come in' }))).toBe(true);
  });
});

describe('five hundred calls a second', () => {
  const seconds = 10;
  const perSecond = 500;
  const batches = 5;

  it('pass by without holding the page up', async () => {
    const { page } = await visit({ reducedMotion: 'no-preference' });
    const calls = await openLive(page);
    const feature = newFeature();
    await page.evaluate(() => {
      const measured = { long: [] as number[], frames: 0, from: performance.now() };
      new PerformanceObserver((list) => {
        measured.long.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
      const next = () => {
        measured.frames++;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
      Object.assign(window, { measured });
    });

    const began = performance.now();
    for (let batch = 1; batch <= seconds * batches; batch++) {
      await calls.send(feature, perSecond / batches);
      const due = began + (batch * 1000) / batches;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
    const { long, frames, lasted } = await page.evaluate(() => {
      const { measured } = window as unknown as {
        measured: { long: number[]; frames: number; from: number };
      };
      return { ...measured, lasted: performance.now() - measured.from };
    });

    const held = long.reduce((a, b) => a + b, 0);
    console.log(
      `${perSecond} calls a second for ${Math.round(lasted)} ms: ${Math.round((frames / lasted) * 1000)} frames a second, ` +
        `${long.length} tasks over 50 ms, ${Math.round(held)} ms together, the longest ${Math.round(Math.max(0, ...long))} ms`,
    );
    await agreed(page, feature, seconds * perSecond);
    expect(await tail(page).count()).toBeLessThan(50);
    expect(frames).toBeGreaterThan(0);
  });
});

describe('the overview', () => {
  it('adds what comes in to its key figures without asking again, and nothing moves', async () => {
    const { page, graphqlRequests } = await visit();
    await openSignedIn(page);
    const calls = record(await createKey(page));
    await live(page);
    await shown(page);
    const box = async (name: string) => (await page.getByRole('heading', { name }).boundingBox())?.y;
    const places = [await box('Trend'), await box('By model')];
    const before = await figure(page, 'REQUESTS');
    const asked = graphqlRequests.filter(({ operationName }) => operationName === 'Overview').length;

    const feature = newFeature();
    await calls.send(feature, 7);
    const after = number.format(Number(before.replaceAll(',', '')) + 7);
    await expect.poll(() => figure(page, 'REQUESTS')).toBe(after);

    await page.getByRole('button', { name: 'Pause live figures' }).click();
    await calls.send(feature, 5);
    await page.getByRole('button', { name: 'Resume live figures' }).click();
    const caughtUp = number.format(Number(before.replaceAll(',', '')) + 12);
    await expect.poll(() => figure(page, 'REQUESTS')).toBe(caughtUp);

    expect([await box('Trend'), await box('By model')]).toEqual(places);
    expect(graphqlRequests.filter(({ operationName }) => operationName === 'Overview')).toHaveLength(asked);
  });
});
