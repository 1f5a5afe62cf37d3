import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withBrowser, visit, visitBeside } from './browser.ts';
import { ask, drillLinks, figure, openSignedIn, refreshedBy, rows, shown } from './pages.ts';

withBrowser();

const yesterdaysTotals = `{
  organization {
    usage(range: { calendar: YESTERDAY }) {
      metrics { totalTokens cost requests activeUsers }
    }
  }
}`;

interface Totals {
  data: {
    organization: {
      usage: { metrics: { totalTokens: number; cost: number; requests: number; activeUsers: number } };
    };
  };
}

describe('the overview', () => {
  it('shows the numbers that the API answers', async () => {
    const { page } = await visit();
    await openSignedIn(page);
    const session = (await (await page.request.get('/session')).json()) as {
      organization: { timeZone: string };
    };
    const { timeZone } = session.organization;
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
    const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/?from=${yesterday}&to=${yesterday}`);
    await shown(page);

    const { metrics } = (await ask<Totals>(page, yesterdaysTotals)).data.organization.usage;
    const { totalTokens, cost, requests, activeUsers } = metrics;

    const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 });
    const money = new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency: 'USD',
      maximumFractionDigits: 12,
    });
    expect(requests).toBeGreaterThan(0);
    expect(await figure(page, 'REQUESTS')).toBe(number.format(requests));
    expect(await figure(page, 'TOTAL_TOKENS')).toBe(number.format(totalTokens));
    expect(await figure(page, 'ACTIVE_USERS')).toBe(number.format(activeUsers));
    expect(await figure(page, 'COST')).toBe(money.format(cost));
  });

  it('asks once for the whole page', async () => {
    const { page, graphqlRequests } = await visit();
    await openSignedIn(page);
    await page.getByRole('img', { name: /Tokens per/ }).waitFor();
    expect(graphqlRequests.map((request) => request.operationName)).toEqual(['Overview']);
  });

  it.each([1440, 390])('moves nothing when the numbers arrive, %i pixels wide', async (width) => {
    const { page } = await visit({ viewport: { width, height: 900 } });
    await openSignedIn(page);
    const held: Route[] = [];
    await page.route('/graphql', (route) => held.push(route));
    await page.reload();
    await page.locator('[data-metric="COST"]').waitFor();
    await expect.poll(() => held.length).toBe(1);
    const box = async (name: string) => (await page.getByRole('heading', { name }).boundingBox())?.y;
    const before = [await box('Trend'), await box('By model')];
    await refreshedBy(page, () => Promise.all(held.map((route) => route.continue())));
    expect([await box('Trend'), await box('By model')]).toEqual(before);
  });

  it('changes the period', async () => {
    const { page, graphqlRequests } = await visit();
    await openSignedIn(page);
    await refreshedBy(page, () => page.getByText('24 h', { exact: true }).click());
    expect(new URL(page.url()).searchParams.get('period')).toBe('24h');
    expect(graphqlRequests.at(-1)?.variables['range']).toEqual({ last: 'PT24H' });

    await page.getByText('Custom', { exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Custom period' });
    await form.getByLabel('First day').fill('2026-01-02');
    await form.getByLabel('Last day').fill('2026-01-01');
    await form.getByRole('button', { name: 'Apply' }).click();
    await form.getByText('The last day is before the first.').waitFor();
    await form.getByLabel('Last day').fill('2026-01-03');
    await refreshedBy(page, () => form.getByRole('button', { name: 'Apply' }).click());
    expect(new URL(page.url()).search).toBe('?from=2026-01-02&to=2026-01-03');
  });

  it('drills from providers down to single calls, and the back button climbs up again', async () => {
    const { page } = await visit();
    await openSignedIn(page, '/?by=PROVIDER');
    const path: string[] = [];
    while ((await drillLinks(page).count()) > 0) {
      path.push(page.url());
      await refreshedBy(page, () => drillLinks(page).first().click());
    }
    expect(path).toHaveLength(5);
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    expect(await rows(page).count()).toBeGreaterThan(0);
    expect(await page.getByRole('list', { name: 'Filters' }).getByText(':').count()).toBe(5);

    for (const address of path.reverse()) {
      await refreshedBy(page, () => page.goBack());
      expect(page.url()).toBe(address);
    }
    await page.getByRole('heading', { name: 'By provider' }).waitFor();
    expect(await drillLinks(page).count()).toBeGreaterThan(0);
  });

  it('loads more calls without repeating one', async () => {
    const { page } = await visit();
    await openSignedIn(page, '/?show=calls&period=30d');
    expect(await rows(page).count()).toBe(25);
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(25);
    const cells = await rows(page).locator('td:first-child').all();
    const ids = await Promise.all(cells.map((cell) => cell.getAttribute('title')));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows the same view to whoever opens its address', async () => {
    const { page } = await visit();
    await openSignedIn(page, '/?period=30d');
    await refreshedBy(page, () => drillLinks(page).first().click());
    await page.getByRole('heading', { name: 'By feature' }).waitFor();
    await refreshedBy(page, () => page.getByRole('button', { name: 'Cost', exact: true }).click());
    const chips = await page.getByRole('list', { name: 'Filters' }).innerText();
    const names = await drillLinks(page).allInnerTexts();

    const { page: other } = await visitBeside(page);
    await other.goto(page.url());
    await shown(other);
    expect(await other.getByRole('list', { name: 'Filters' }).innerText()).toBe(chips);
    expect(await drillLinks(other).allInnerTexts()).toEqual(names);
    expect(await other.getByRole('columnheader', { name: 'Cost' }).getAttribute('aria-sort')).toBe(
      'descending',
    );

    await other.getByRole('button', { name: /^Remove filter/ }).click();
    await other.getByRole('list', { name: 'Filters' }).waitFor({ state: 'detached' });
    expect(new URL(other.url()).searchParams.has('model')).toBe(false);
  });

  it('says that there is nothing where nothing matches', async () => {
    const { page } = await visit();
    await openSignedIn(page, '/?model=no-such-model');
    await page.getByRole('heading', { name: 'No calls match these filters' }).waitFor();
    await refreshedBy(page, () => page.getByRole('button', { name: 'Clear filters' }).click());
    expect(await rows(page).count()).toBeGreaterThan(0);
  });
});
