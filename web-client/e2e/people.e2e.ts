import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isSound } from './barriers.ts';
import { withBrowser, visit } from './browser.ts';
import { newFeature } from './calls.ts';
import { ask, closed, headed, named, openControl, row, shown, signIn } from './pages.ts';
import { settings } from './settings.ts';

withBrowser();

const password = 'a long enough password';

/** Where the link of an invitation leads. */
async function invite(page: Page, email: string, role: string): Promise<string> {
  const { data } = await ask<{ data: { inviteMember: { path: string } } }>(
    page,
    `mutation { inviteMember(input: {email: "${email}", role: ${role}}) { path } }`,
  );
  return data.inviteMember.path;
}

/** Somebody new, who joins by the link of an invitation. */
async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  const form = page.getByRole('form', { name: 'Join' });
  await form.getByLabel('Your name').fill(name);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Join' }).click();
  await shown(page);
}

describe.each([1440, 390])('%i pixels wide', (width) => {
  const screen = { viewport: { width, height: 900 } };

  it('shows an analyst everything, and nothing that an analyst may not do', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/members', 'Members');
    const { page: theirs } = await visit(screen);
    await join(theirs, await invite(page, `${newFeature()}@example.com`, 'ANALYST'), 'Ada Analyst');

    const doings: [path: string, heading: string, doing: string][] = [
      ['/features', 'Features', 'Declare feature'],
      ['/quotas', 'Quotas', 'Create quota'],
      ['/alerts?show=rules', 'Alerts', 'Create rule'],
      ['/members', 'Members', 'Invite'],
      ['/audit', 'Audit log', 'Verify the log'],
    ];
    for (const [path, heading, doing] of doings) {
      await page.goto(path);
      await headed(page, heading);
      await page.getByRole('button', { name: doing }).waitFor();
      await theirs.goto(path);
      await headed(theirs, heading);
      expect(await theirs.getByRole('button', { name: doing }).count()).toBe(0);
      expect(await theirs.getByRole('switch').count()).toBe(0);
      expect(await theirs.getByRole('button', { name: /^Actions for/ }).count()).toBe(0);
      await isSound(theirs);
    }
    const navigation = theirs.getByRole('navigation', { name: 'Main' });
    expect(await navigation.getByRole('link', { name: 'Platform' }).count()).toBe(0);
  });

  it('takes somebody who is suspended out of the page they watch, and lets them back in', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/members', 'Members');
    const email = `${newFeature()}@example.com`;
    const person = named(`Sue ${email.slice(0, 12)}`, width);
    const { page: theirs } = await visit(screen);
    await join(theirs, await invite(page, email, 'ADMIN'), person);
    await theirs.goto('/live');
    await headed(theirs, 'Live');
    await theirs.getByRole('status').getByText('Live', { exact: true }).waitFor();

    await page.reload();
    await headed(page, 'Members');
    const theirRow = row(page, email);
    await page.getByRole('button', { name: `Actions for ${person}` }).click();
    await isSound(page);
    await page.getByRole('menuitem', { name: 'Suspend' }).click();
    const question = page.getByRole('dialog', { name: `Suspend ${person}?` });
    await question.getByLabel('Reason').fill('For the test');
    await isSound(page);
    await question.getByRole('button', { name: 'Suspend' }).click();
    await closed(page);
    await theirRow.getByText('Suspended').waitFor();
    // Nobody has touched that page.
    await theirs.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();

    await page.getByRole('button', { name: `Actions for ${person}` }).click();
    await page.getByRole('menuitem', { name: 'Reinstate' }).click();
    await theirRow.getByText('Active').waitFor();
    await page.reload();
    await theirRow.getByText('Active').waitFor();
    await theirs.getByLabel('Email').fill(email);
    await theirs.getByLabel('Password', { exact: true }).fill(password);
    await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
    await headed(theirs, 'Live');
  });

  it('goes from one organization of a person to the other', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/members', 'Members');
    const email = `${newFeature()}@example.com`;
    const slug = newFeature();
    const { data } = await ask<{ data: { createOrganization: { invitation: { path: string } } } }>(
      page,
      `mutation { createOrganization(input: {slug: "${slug}", name: "Second of ${slug}", ownerEmail: "${email}"})
        { invitation { path } } }`,
    );
    const { page: theirs } = await visit(screen);
    await join(theirs, await invite(page, email, 'MEMBER'), 'Tom Two');
    await theirs.goto(data.createOrganization.invitation.path);
    await isSound(theirs);
    await theirs.getByRole('button', { name: 'Join as Tom Two' }).click();
    await headed(theirs, 'Overview');

    await theirs.goto('/settings');
    const menu = theirs.getByRole('button', { name: `Organization: Second of ${slug}` });
    await menu.click();
    await isSound(theirs);
    expect(
      await theirs.getByRole('menuitemradio', { name: `Second of ${slug}` }).getAttribute('aria-checked'),
    ).toBe('true');
    // By the keyboard, from the first of two on.
    await theirs.keyboard.press('Escape');
    await menu.press('Enter');
    const other = theirs.getByRole('menuitemradio').filter({ hasNotText: slug });
    await other.press('Enter');
    await theirs.getByRole('button', { name: /^Organization: (?!Second)/ }).waitFor();
    await theirs.reload();
    await theirs.getByRole('button', { name: /^Organization: (?!Second)/ }).waitFor();
    await isSound(theirs);
  });

  it('changes a password, and ends the sessions everywhere', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/members', 'Members');
    const email = `${newFeature()}@example.com`;
    const { page: theirs } = await visit(screen);
    await join(theirs, await invite(page, email, 'MEMBER'), 'Pia Password');
    await theirs.goto('/settings');
    const form = theirs.getByRole('form', { name: 'Password' });
    await form.getByLabel('Current password', { exact: true }).fill('not the password');
    await form.getByLabel('New password', { exact: true }).fill('another long password');
    await form.getByLabel('New password again', { exact: true }).fill('another long password');
    await form.getByRole('button', { name: 'Change password' }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByLabel('Current password', { exact: true }).getAttribute('aria-invalid')).toBe(
      'true',
    );
    await isSound(theirs);
    await form.getByLabel('Current password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Change password' }).click();
    await form.getByText('The password is changed.').waitFor();

    const { page: elsewhere } = await visit(screen);
    await elsewhere.goto('/settings');
    await elsewhere.getByLabel('Email').fill(email);
    await elsewhere.getByLabel('Password', { exact: true }).fill('another long password');
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await headed(elsewhere, 'Settings');

    await theirs.getByRole('button', { name: 'Sign out everywhere' }).click();
    await theirs.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await theirs.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'Sign in to Tollgate' }).waitFor();
  });

  it('finds in the audit log who did what, with what differs, and verifies the log', async () => {
    const { page, graphqlRequests } = await visit(screen);
    await page.goto('/audit');
    await signIn(page, settings.password);
    await headed(page, 'Audit log');
    expect(graphqlRequests.map(({ operationName }) => operationName)).toEqual(['AuditLog']);
    const feature = newFeature();
    for (const state of ['ON', 'OFF']) {
      await ask(
        page,
        `mutation { setFeature(input: {name: "${feature}", state: ${state}, reason: "Turned ${state}"})
        { feature { id } } }`,
      );
    }
    await page.goto(`/audit?targetType=Feature&targetId=${feature}`);
    await headed(page, 'Audit log');
    const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem');
    await expect.poll(() => entries.count()).toBe(2);
    const [off, on] = [entries.nth(0), entries.nth(1)];
    await off.getByText('“Turned OFF”').waitFor();
    await on.getByText('“Turned ON”').waitFor();
    await off.getByText(/^\d fields?: .*state/).click();
    await off.getByRole('row', { name: 'state ON OFF' }).waitFor();
    await isSound(page);

    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'Clear' }).waitFor({ state: 'detached' });
    await page.getByLabel('Action').fill('signIn');
    await page.getByLabel('Outcome').selectOption('Refused');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?action=signIn&outcome=REFUSED');
    await headed(page, 'Audit log');
    await isSound(page);

    await page.getByRole('button', { name: 'Verify the log' }).click();
    await page.getByText(/^Verified: [\d,]+ entries, none changed$/).waitFor();
    await isSound(page);
  });
});
