import { describe, expect, it } from 'vitest';
import { isSound } from './barriers.ts';
import { withBrowser, visit } from './browser.ts';
import { createKey, newFeature, record } from './calls.ts';
import { closed, headed, named, openControl, row } from './pages.ts';
import { startUpstream } from './upstream.ts';

withBrowser();

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
    await page.getByLabel('Search', { exact: true }).fill(name);
    await page.getByLabel('Holding for').selectOption('Team');
    await page.getByRole('heading', { name: 'No quotas match' }).waitFor();
    await isSound(page);
    await page.getByLabel('Holding for').selectOption('Whole organization');
    await page.getByLabel('Status', { exact: true }).selectOption('Within');
    await page.getByText('The only one').waitFor();
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

  it('holds a quota to an API key, found by its name with the keyboard alone', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/quotas', 'Quotas');
    const name = named('One key', width);
    await createKey(page);
    await page.getByRole('button', { name: 'Create quota' }).click();
    const creation = page.getByRole('form', { name: 'New quota' });
    await creation.getByLabel('Holds for').selectOption('API key');
    const picker = creation.getByRole('combobox', { name: 'Which one' });
    await picker.pressSequentially('wser tes');
    await expect
      .poll(async () => new Set(await page.getByRole('listbox').getByRole('option').allInnerTexts()))
      .toEqual(new Set(['Browser tests']));
    await isSound(page);
    await picker.press('ArrowDown');
    await picker.press('Enter');
    await expect.poll(() => picker.inputValue()).toBe('Browser tests');
    await creation.getByLabel('Name').fill(name);
    await creation.getByLabel('Calls', { exact: true }).fill('1000000000');
    await creation.getByRole('button', { name: 'Create quota' }).click();
    await closed(page);
    const card = page.getByRole('listitem', { name });
    await card.getByText('API key Browser tests').waitFor();

    await page.goto('/alerts?show=rules');
    await page.getByRole('button', { name: 'Create rule' }).click();
    const rule = page.getByRole('form', { name: 'New rule' });
    await rule.getByLabel('Name').fill(name);
    await rule.getByLabel('Raise an alert when').selectOption('A quota is nearly used up');
    await rule.getByRole('combobox', { name: 'Quota' }).fill(name);
    await page.getByRole('option', { name }).click();
    await isSound(page);
    await rule.getByRole('button', { name: 'Create rule' }).click();
    await closed(page);
    await row(page, name).getByText(`Quota “${name}” at its warning or worse`).waitFor();
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await page.getByRole('button', { name: 'Delete rule' }).click();
    await row(page, name).waitFor({ state: 'detached' });
    await page.goto('/quotas');
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await page.getByRole('button', { name: 'Delete quota' }).click();
    await card.waitFor({ state: 'detached' });
  });

  it('prices a model that is not listed, charges its calls again, and takes the price back', async () => {
    const { page, graphqlRequests } = await visit(screen);
    await openControl(page, '/models', 'Models');
    expect(graphqlRequests.map(({ operationName }) => operationName)).toEqual(['Models']);
    await isSound(page);
    const model = newFeature();
    await record(await createKey(page)).send(newFeature(), 3, { provider: 'acme', model });
    const unpriced = page.getByRole('button', { name: `Add own price of acme ${model}` });
    await expect
      .poll(async () => {
        await page.reload();
        await headed(page, 'Models');
        return unpriced.count();
      })
      .toBe(1);
    await isSound(page);

    await unpriced.click();
    const price = page.getByRole('form', { name: 'Own price' });
    expect(await price.getByRole('textbox', { name: 'Model' }).inputValue()).toBe(model);
    await price.getByRole('button', { name: 'Set price' }).click();
    await price.getByText('An amount of 0 or more.').first().waitFor();
    await price.getByLabel('Input, USD a million').fill('1000000');
    await price.getByLabel('Output, USD a million').fill('0');
    await price.getByLabel('From').fill('2026-01-01');
    await isSound(page);
    await price.getByRole('button', { name: 'Set price' }).click();
    await price.getByText('The price is set. Calls that are recorded already keep their cost').waitFor();
    const again = page.getByRole('form', { name: 'Charge again' });
    await again.getByRole('button', { name: 'Charge again' }).click();
    // 374, 375 and 376 tokens at a dollar each.
    await again.getByText('3 of them cost something else, $1,125.00 more in all.').waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await closed(page);
    await expect
      .poll(async () => {
        await page.reload();
        await headed(page, 'Models');
        return unpriced.count();
      })
      .toBe(0);

    await page.getByLabel('Name', { exact: true }).fill(model);
    await row(page, model).getByText('Own price').waitFor();
    await page.getByRole('button', { name: `Prices of acme ${model}` }).click();
    const back = page.getByRole('form', { name: 'Take back' });
    await back.getByRole('button', { name: 'Take back' }).click();
    await back.getByText('The own price is taken back.').waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await row(page, model).getByText('Own price').waitFor({ state: 'detached' });
    await isSound(page);
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
    await headed(theirs, 'Overview');
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
    await headed(theirs, 'Overview');

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

  it('switches a feature for one team by a rule, after a look at what that means', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/features', 'Features');
    const feature = newFeature();
    await page.getByRole('button', { name: 'Declare feature' }).click();
    const form = page.getByRole('form', { name: 'Feature' });
    await form.getByLabel('Name').fill(feature);
    await form.getByRole('button', { name: 'Add rule' }).click();
    await form.getByRole('button', { name: 'Add rule' }).click();
    const second = form.getByRole('group', { name: 'Rule 2' });
    await second.getByRole('combobox', { name: 'Teams' }).fill('search');
    await second.getByRole('combobox', { name: 'Teams' }).press('Enter');
    await form.getByRole('button', { name: 'Apply' }).click();
    await form.getByText('Rule 1 is about nobody').waitFor();
    await isSound(page);
    await form.getByRole('button', { name: 'Move rule 2 up' }).click();
    await form.getByRole('button', { name: 'Remove rule 2' }).click();
    await form.getByRole('button', { name: 'Apply' }).click();
    await closed(page);
    await row(page, feature).getByText('team search: off').waitFor();
    await page.reload();
    await row(page, feature).getByText('team search: off').waitFor();
    await isSound(page);
  });

  it('adds a credential that the provider accepts, changes its budget, rotates it and removes it', async () => {
    const { page, graphqlRequests } = await visit(screen);
    const { baseUrl } = await startUpstream('sk-the-first', 'sk-the-second');
    await openControl(page, '/providers', 'Providers');
    expect(graphqlRequests.map(({ operationName }) => operationName)).toEqual(['Providers']);
    await isSound(page);
    await page.getByLabel('Search providers').fill('OpenAI');
    await page.getByRole('button', { name: 'Add OpenAI', exact: true }).click();
    const creation = page.getByRole('form', { name: 'New credential' });
    await creation.getByLabel('Secret', { exact: true }).fill('sk-not-a-secret');
    await creation.getByLabel('Address of the API').fill(baseUrl);
    await creation.getByLabel('Monthly budget, USD').fill('500');
    await creation.getByRole('button', { name: 'Check and add' }).click();
    await creation.getByText('The provider does not accept it').first().waitFor();
    await isSound(page);
    await creation.getByLabel('Secret', { exact: true }).fill('sk-the-first');
    await creation.getByRole('button', { name: 'Check and add' }).click();
    await closed(page);
    const card = page.getByRole('list', { name: 'Credentials' }).getByRole('listitem', { name: 'OpenAI' });
    await card.getByText('of $500.00').waitFor();
    await isSound(page);

    await card.getByRole('button', { name: 'Budget OpenAI' }).click();
    const budget = page.getByRole('form', { name: 'Budget' });
    await budget.getByLabel('Monthly budget, USD').fill('750');
    await budget.getByRole('button', { name: 'Save' }).click();
    await card.getByText('of $750.00').waitFor();
    await closed(page);

    await card.getByRole('button', { name: 'Rotate OpenAI' }).click();
    const rotation = page.getByRole('form', { name: 'New secret' });
    await rotation.getByLabel('Secret', { exact: true }).fill('sk-the-second');
    await isSound(page);
    await rotation.getByRole('button', { name: 'Check and rotate' }).click();
    await closed(page);
    await card.getByText('Number 2, the earlier one until').waitFor();
    await card.getByRole('button', { name: 'Validate OpenAI' }).click();
    await expect.poll(() => card.getByRole('button', { name: 'Validate OpenAI' }).isEnabled()).toBe(true);
    await card.getByRole('button', { name: 'Disable OpenAI' }).click();
    await card.getByText('Disabled', { exact: true }).waitFor();

    await card.getByRole('button', { name: 'Remove OpenAI' }).click();
    await page.getByRole('button', { name: 'Remove credential' }).click();
    await card.waitFor({ state: 'detached' });
    await expect
      .poll(async () => {
        await page.reload();
        await headed(page, 'Providers');
        return card.count();
      })
      .toBe(0);
  });

  it('notices what a rule looks for, tells a webhook of it, and resolves it', async () => {
    const { page } = await visit(screen);
    const { webhookUrl, taken } = await startUpstream();
    await openControl(page, '/alerts?show=destinations', 'Alerts');
    const destination = named('Webhook', width);
    await page.getByRole('button', { name: 'Add destination' }).click();
    const target = page.getByRole('form', { name: 'Destination' });
    await target.getByLabel('Name').fill(destination);
    await target.getByLabel('Address').fill(webhookUrl);
    await target.getByRole('button', { name: 'Add destination' }).click();
    expect(await page.getByLabel('Signing secret', { exact: true }).inputValue()).toMatch(/^whsec_/);
    await isSound(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await closed(page);
    await page.getByRole('button', { name: `Test ${destination}` }).click();
    await page.getByText(`“${destination}” has taken the test`).waitFor();
    await isSound(page);

    const feature = newFeature();
    const rule = named('Many calls', width);
    await page.getByRole('tab', { name: 'Rules' }).click();
    await page.getByRole('button', { name: 'Create rule' }).click();
    const creation = page.getByRole('form', { name: 'New rule' });
    await creation.getByLabel('Name').fill(rule);
    await creation.getByLabel('Metric').selectOption('Calls');
    await creation.getByLabel('Bound, calls').fill('2');
    await creation.getByLabel('Looked at').selectOption('in the last hour');
    await creation.getByRole('button', { name: 'Add filter' }).click();
    await creation.getByRole('combobox', { name: 'Feature, one of' }).fill(feature);
    await creation.getByRole('combobox', { name: 'Feature, one of' }).press('Enter');
    await creation.getByLabel('An alert for each').selectOption('User');
    await creation.getByRole('checkbox', { name: destination }).check();
    await isSound(page);
    await creation.getByRole('button', { name: 'Create rule' }).click();
    await closed(page);
    await row(page, rule).getByText(`Only feature ${feature}, for each user`).waitFor();
    await isSound(page);

    await page.getByRole('tab', { name: 'Alerts' }).click();
    await record(await createKey(page)).send(feature, 3, { user: 'u-1' });
    // Not asked for: the page is told.
    await row(page, rule).getByText('u-1').waitFor();
    await isSound(page);
    await page.getByRole('button', { name: `Resolve ${rule}` }).click();
    await page.getByRole('button', { name: 'Resolve alert' }).click();
    await row(page, rule).waitFor({ state: 'detached' });
    await page.getByText('Resolved', { exact: true }).click();
    await row(page, rule).getByText('by hand').waitFor();
    await expect
      .poll(() => taken.map(({ body }) => (JSON.parse(body) as { type: string }).type).sort())
      .toEqual(['alert.raised', 'alert.resolved', 'alert.test']);
    expect(taken.every(({ signature }) => signature?.startsWith('v1,') === true)).toBe(true);

    await page.getByRole('tab', { name: 'Deliveries' }).click();
    await row(page, destination)
      .getByText(/^Raised/)
      .first()
      .waitFor();
    await isSound(page);
    await page
      .getByRole('button', { name: `Replay ${destination}` })
      .first()
      .click();
    await row(page, destination).getByText(', again').first().waitFor();
    await expect.poll(() => taken.length).toBe(4);

    await page.getByRole('tab', { name: 'Rules' }).click();
    await page.getByRole('button', { name: `Snooze ${rule}` }).click();
    await page.getByRole('form', { name: 'Snooze' }).getByRole('button', { name: 'Snooze' }).click();
    await row(page, rule).getByText('Snoozed until').waitFor();
    await page.getByRole('button', { name: `Delete ${rule}` }).click();
    await page.getByRole('button', { name: 'Delete rule' }).click();
    await row(page, rule).waitFor({ state: 'detached' });
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
