import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, serious } from './barriers.ts';
import { withBrowser, visit } from './browser.ts';
import { drillLinks, openControl, openSignedIn, refreshedBy, shown } from './pages.ts';
import { settings } from './settings.ts';

withBrowser();

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('has no serious or critical barrier', async () => {
    const { page } = await visit({ colorScheme });
    await page.goto('/sign-in');
    await page.getByLabel('Email').waitFor();
    expect(await serious(page)).toEqual([]);

    await openSignedIn(page);
    await page.getByRole('img', { name: /Tokens per/ }).waitFor();
    expect(await serious(page)).toEqual([]);

    await page.getByRole('button', { name: 'Table' }).click();
    expect(await serious(page)).toEqual([]);

    await page.getByText('Custom', { exact: true }).click();
    await page.getByLabel('First day').waitFor();
    expect(await serious(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByLabel('Dimension').waitFor();
    expect(await serious(page)).toEqual([]);

    await page.goto('/?show=calls&model=no-such-model');
    await page.getByRole('heading', { name: 'No calls match these filters' }).waitFor();
    expect(await serious(page)).toEqual([]);

    await page.goto('/?show=calls');
    await page.getByRole('region', { name: 'Single calls' }).waitFor();
    expect(await serious(page)).toEqual([]);
  });

  it.each([
    ['/quotas', 'Quotas'],
    ['/alerts', 'Alerts'],
    ['/alerts?show=rules', 'Alerts'],
    ['/alerts?show=destinations', 'Alerts'],
    ['/alerts?show=deliveries', 'Alerts'],
    ['/models', 'Models'],
  ])('has no serious or critical barrier at %s, and fits a screen of 390 pixels', async (path, heading) => {
    const { page } = await visit({ colorScheme });
    await openControl(page, path, heading);
    expect(await serious(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await serious(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('fits a screen of 390 pixels', async () => {
    const { page } = await visit({ colorScheme, viewport: { width: 390, height: 844 } });
    await page.goto('/sign-in');
    await page.getByLabel('Email').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await openSignedIn(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await serious(page)).toEqual([]);
    await page.goto('/?show=calls&period=30d');
    await page.getByRole('region', { name: 'Single calls' }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

describe('the color scheme', () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const scheme = (page: Page) =>
    page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'));

  it('follows the system until one is chosen, which is kept', async () => {
    const { page } = await visit({ colorScheme: 'dark' });
    await openSignedIn(page);
    const dark = await background(page);
    expect(await scheme(page)).toBe('dark');

    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => scheme(page)).toBe('light');
    expect(await background(page)).not.toBe(dark);

    await page.getByRole('button', { name: 'Color scheme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(() => scheme(page)).toBe('dark');
    await page.reload();
    await shown(page);
    expect(await background(page)).toBe(dark);
  });
});

describe('the keyboard alone', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

  async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if (await reached()) {
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error('The keyboard does not lead there.');
  }

  it('signs in, skips to the content, changes the period, drills and removes the filter', async () => {
    const { page } = await visit();
    await page.goto('/');
    await page.getByLabel('Email').waitFor();
    await expect
      .poll(() => page.getByLabel('Email').evaluate((e) => e === document.activeElement))
      .toBe(true);
    await page.keyboard.type(settings.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(settings.password);
    await page.keyboard.press('Enter');
    await shown(page);

    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');

    const period = page.getByRole('radio', { name: '7 d' });
    await tabTo(page, () => period.evaluate((e) => e === document.activeElement));
    await refreshedBy(page, () => page.keyboard.press('ArrowRight'));
    expect(new URL(page.url()).search).toBe('?period=30d');

    const row = drillLinks(page).first();
    await tabTo(page, () => row.evaluate((e) => e === document.activeElement));
    await refreshedBy(page, () => page.keyboard.press('Enter'));
    await page.getByRole('heading', { name: 'By feature' }).waitFor();
    await expect.poll(() => focused(page)).toBe('By feature');

    const remove = page.getByRole('button', { name: /^Remove filter/ });
    await page.keyboard.press('Shift+Tab');
    for (
      let presses = 0;
      presses < 30 && !(await remove.evaluate((e) => e === document.activeElement));
      presses++
    ) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await remove.waitFor({ state: 'detached' });
  });
});
