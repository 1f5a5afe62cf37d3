import { describe, expect, it } from 'vitest';
import { withBrowser, visit } from './browser.ts';
import { openSignedIn, shown, signIn } from './pages.ts';
import { settings } from './settings.ts';

withBrowser();

describe('signing in', () => {
  it('comes first and leads back to the address that was asked for', async () => {
    const { page } = await visit();
    await page.goto('/?period=30d&by=FEATURE');
    await page.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();
    await signIn(page, settings.password);
    await shown(page);
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe('/?period=30d&by=FEATURE');
  });

  it('refuses a wrong password and says so', async () => {
    const { page } = await visit();
    await page.goto('/sign-in');
    await signIn(page, `${settings.password}-not`);
    expect(await page.getByRole('alert').innerText()).toContain('Email or password is wrong.');
    await signIn(page, settings.password);
    await shown(page);
  });

  it('is needed again after signing out', async () => {
    const { page } = await visit();
    await openSignedIn(page);
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();
  });

  it('is needed again, without losing the view, when the session has ended', async () => {
    const { page } = await visit();
    await openSignedIn(page, '/?by=TEAM');
    await page.context().clearCookies();
    await page.getByText('30 d', { exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();
    await signIn(page, settings.password);
    await shown(page);
    expect(new URL(page.url()).search).toBe('?period=30d&by=TEAM');
  });
});
