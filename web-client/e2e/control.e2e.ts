import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, serious } from './barriers.ts';
import { withBrowser, visit } from './browser.ts';
import { createKey, newFeature, record } from './calls.ts';
import { headed, openControl } from './pages.ts';

withBrowser();

/** What is shown now has no barrier, and fits the screen. */
async function isSound(page: Page): Promise<void> {
  expect(await serious(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

const row = (page: Page, name: string) => page.getByRole('row', { name });
const named = (what: string, width: number) => `${what}, ${width} wide`;

/** Waits until no dialog is over the page. */
async function closed(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe.each([1440, 390])('%i pixels wide', (width) => {
  const screen = { viewport: { width, height: 900 } };

  it('adopts a feature that usage names, and switches it after a look at what that means', async () => {
    const { page, graphqlRequests } = await visit(screen);
    await openControl(page, '/features', 'Features');
    expect(graphqlRequests.map(({ operationName }) => operationName)).toEqual(['Features']);
    const feature = newFeature();
    await record(await createKey(page)).send(feature, 3);
    await expect
      .poll(async () => {
        await page.reload();
        await headed(page, 'Features');
        return row(page, feature).count();
      })
      .toBe(1);
    await isSound(page);

    await page.getByRole('button', { name: `Adopt ${feature}` }).click();
    const form = page.getByRole('form', { name: 'Feature' });
    await form.getByText('None of 3 calls would have been refused.').waitFor();
    await form.getByRole('button', { name: 'Apply' }).click();
    await closed(page);
    await row(page, feature).getByText('Undeclared').waitFor({ state: 'detached' });

    // By the keyboard: what draws a switch lies over it.
    await page.getByRole('switch', { name: `${feature} may be used` }).press('Space');
    await form.getByText('3 of 3 calls would have been refused').waitFor();
    await isSound(page);
    await form.getByLabel('Reason').fill('For the test');
    await form.getByRole('button', { name: 'Apply' }).click();
    await closed(page);
    await row(page, feature).getByText('Off', { exact: true }).waitFor();
    await page.reload();
    await row(page, feature).getByText('Off', { exact: true }).waitFor();
  });

  it('creates, tries, edits, overrides and deletes a quota', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/quotas', 'Quotas');
    const name = named('All calls', width);
    await page.getByRole('button', { name: 'Create quota' }).click();
    const creation = page.getByRole('form', { name: 'New quota' });
    await creation.getByLabel('Name').fill(name);
    await creation.getByLabel('Calls', { exact: true }).fill('1000000000');
    await isSound(page);
    await creation.getByRole('button', { name: 'Create quota' }).click();
    await closed(page);
    const card = page.getByRole('listitem', { name });
    await card.getByRole('meter').waitFor();
    expect(await card.innerText()).toContain('Within');
    await isSound(page);

    await page.getByRole('button', { name: `Details ${name}` }).click();
    const tried = page.getByRole('region', { name: 'What if the limits were' });
    await tried.getByLabel('Calls', { exact: true }).fill('1');
    await tried.getByText('Used up').waitFor();
    await page
      .getByRole('region', { name: `History of ${name}` })
      .getByText('running')
      .waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await closed(page);

    await page.getByRole('button', { name: `Edit ${name}` }).click();
    const edit = page.getByRole('form', { name: 'Quota' });
    await edit.getByLabel('Cost, USD').fill('5000000');
    await edit.getByRole('button', { name: 'Save' }).click();
    await closed(page);
    await card.getByRole('meter', { name: /^Cost/ }).waitFor();

    await page.getByRole('button', { name: `Override ${name}` }).click();
    const override = page.getByRole('form', { name: 'Override' });
    await override
      .getByLabel('Last day')
      .fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
    await override.getByLabel('Reason').fill('A fair');
    await override.getByRole('button', { name: 'Override' }).click();
    await closed(page);
    await card.getByText('“A fair”').waitFor();

    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await page.getByRole('button', { name: 'Delete quota' }).click();
    await card.waitFor({ state: 'detached' });
    await page.reload();
    await headed(page, 'Quotas');
    expect(await card.count()).toBe(0);
  });

  it('invites somebody, who joins by the link, sets a new password by another, and is removed', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/members', 'Members');
    await page.getByRole('button', { name: 'Invite' }).click();
    const invitation = page.getByRole('form', { name: 'Invitation' });
    const email = `${newFeature()}@example.com`;
    await invitation.getByLabel('Email').fill(email);
    await invitation.getByRole('button', { name: 'Invite' }).click();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Done' }).click();
    await closed(page);
    await row(page, email).waitFor();
    await isSound(page);

    const { page: theirs } = await visit(screen);
    await theirs.goto(link);
    const join = theirs.getByRole('form', { name: 'Join' });
    const person = named('Nina New', width);
    await join.getByLabel('Your name').fill(person);
    await join.getByLabel('Password', { exact: true }).fill('a long enough password');
    await isSound(theirs);
    await join.getByRole('button', { name: 'Join' }).click();
    await headed(theirs, 'API keys');
    await isSound(theirs);
    await theirs.goto('/settings');
    await headed(theirs, 'Settings');
    await isSound(theirs);

    await page.reload();
    await page.getByRole('button', { name: `Actions for ${person}` }).click();
    await page.getByRole('menuitem', { name: 'Make a password link' }).click();
    await page.getByRole('button', { name: 'Make link' }).click();
    const reset = await page.getByLabel('Link', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Done' }).click();
    await closed(page);

    await theirs.goto(reset);
    const password = theirs.getByRole('form', { name: 'New password' });
    await password.getByLabel('New password', { exact: true }).fill('another long password');
    await password.getByLabel('New password again', { exact: true }).fill('another long password');
    await isSound(theirs);
    await password.getByRole('button', { name: 'Set password' }).click();
    await theirs.getByRole('link', { name: 'Sign in' }).click();
    await theirs.getByLabel('Email').fill(email);
    await theirs.getByLabel('Password', { exact: true }).fill('another long password');
    await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
    await headed(theirs, 'API keys');

    await page.getByRole('button', { name: `Actions for ${person}` }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove from organization' }).click();
    await row(page, email).waitFor({ state: 'detached' });
  });

  it('declares a team', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/members?show=units', 'Members');
    const key = newFeature();
    const form = page.getByRole('form', { name: 'Declare in teams' });
    await form.getByLabel('Key').fill(key);
    await form.getByRole('button', { name: 'Declare' }).click();
    await row(page, key).first().waitFor();
    await isSound(page);
    await page.getByRole('button', { name: `Forget ${key}` }).click();
    await row(page, key).waitFor({ state: 'detached' });
  });

  it('changes a name, and the frame around the page says so', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/settings', 'Settings');
    await isSound(page);
    const name = named('Olive Owner', width);
    const profile = page.getByRole('form', { name: 'Profile' });
    await profile.getByLabel('Name').fill(name);
    await profile.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: `Account of ${name}` }).waitFor();
  });

  it('creates a key, rotates it and revokes it', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/keys', 'API keys');
    const name = named('Worker', width);
    await page.getByRole('button', { name: 'Create key' }).click();
    const creation = page.getByRole('form', { name: 'New API key' });
    await creation.getByLabel('Name').fill(name);
    await creation.getByRole('button', { name: 'Create key' }).click();
    const first = await page.getByLabel('Secret', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Done' }).click();
    await closed(page);

    await page.getByRole('button', { name: `Rotate ${name}` }).click();
    await isSound(page);
    await page.getByRole('button', { name: 'Rotate key' }).click();
    const second = await page.getByLabel('Secret', { exact: true }).inputValue();
    expect(second).toMatch(/^tg_/);
    expect(second).not.toBe(first);
    await page.getByRole('button', { name: 'Done' }).click();
    await closed(page);
    await row(page, name).getByText('since').waitFor();
    await isSound(page);

    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByRole('button', { name: 'Revoke key' }).click();
    await row(page, name).getByText('Revoked').waitFor();
  });
});
