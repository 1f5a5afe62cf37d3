import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isSound } from './barriers.ts';
import { withBrowser, visit } from './browser.ts';
import { newFeature } from './calls.ts';
import { closed, headed, openControl, row } from './pages.ts';

withBrowser();

/** Chooses what to do to an organization, in the menu of its row. */
async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

describe.each([1440, 390])('%i pixels wide', (width) => {
  const screen = { viewport: { width, height: 900 } };

  it('makes an organization with a link for its owner, suspends it, finds it and resumes it', async () => {
    const { page, graphqlRequests } = await visit(screen);
    await openControl(page, '/platform', 'Platform');
    expect(graphqlRequests.map(({ operationName }) => operationName)).toEqual(['Platform']);
    await isSound(page);

    const slug = `made-by-${newFeature()}`;
    const name = `Made by ${slug.slice('made-by-'.length)}`;
    await page.getByRole('button', { name: 'New organization' }).click();
    const creation = page.getByRole('form', { name: 'New organization' });
    await creation.getByLabel('Name').fill(name);
    expect(await creation.getByLabel('Slug').inputValue()).toBe(slug);
    await creation.getByRole('combobox', { name: 'Time zone' }).fill('Kolkata');
    await page.getByRole('option', { name: 'Asia/Kolkata' }).click();
    await creation.getByLabel('Email of its owner').fill(`${slug}@example.com`);
    await isSound(page);
    await creation.getByRole('button', { name: 'Create organization' }).click();
    expect(await page.getByLabel('Link', { exact: true }).inputValue()).toContain('/invitation#');
    await isSound(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await closed(page);

    // Others may have made more than fit on a page.
    await page.getByLabel('Name', { exact: true }).fill(slug);
    await row(page, name).getByText('Active', { exact: true }).waitFor();
    await row(page, name).getByText('Asia/Kolkata').waitFor();
    await isSound(page);

    await page.getByRole('button', { name: 'New organization' }).click();
    await creation.getByLabel('Name').fill(name);
    await creation.getByLabel('Email of its owner').fill(`${slug}@example.com`);
    await creation.getByRole('button', { name: 'Create organization' }).click();
    await creation.getByText('This was not accepted').waitFor();
    expect(await creation.getByLabel('Slug').getAttribute('aria-invalid')).toBe('true');
    await isSound(page);
    await creation.getByRole('button', { name: 'Cancel' }).click();
    await closed(page);

    await choose(page, name, 'Suspend');
    await page.getByRole('dialog').getByLabel('Reason').fill('For the test');
    await isSound(page);
    await page.getByRole('button', { name: 'Suspend organization' }).click();
    await closed(page);
    await row(page, name).getByText('“For the test”').waitFor();
    await page.getByLabel('Status').selectOption('Suspended');
    await expect.poll(() => new URL(page.url()).search).toBe(`?search=${slug}&status=SUSPENDED`);
    await page.reload();
    await headed(page, 'Platform');
    await row(page, name).getByText('Suspended', { exact: true }).waitFor();
    await row(page, name).getByText('“For the test”').waitFor();
    await isSound(page);

    await choose(page, name, 'Resume');
    await page.getByRole('button', { name: 'Resume organization' }).click();
    await closed(page);
    await page.getByRole('heading', { name: 'No organizations match' }).waitFor();
    await page.getByLabel('Status').selectOption('All');
    await row(page, name).getByText('Active', { exact: true }).waitFor();

    await choose(page, name, 'Invite an owner');
    const invitation = page.getByRole('form', { name: 'Invitation of an owner' });
    await invitation.getByLabel('Email').fill(`another-${slug}@example.com`);
    await invitation.getByRole('button', { name: 'Invite' }).click();
    expect(await page.getByLabel('Link', { exact: true }).inputValue()).toContain('/invitation#');
    await page.getByRole('button', { name: 'Done' }).click();
    await closed(page);
  });

  it('says who the operators are, and that nobody has an address', async () => {
    const { page } = await visit(screen);
    await openControl(page, '/platform', 'Platform');
    const operators = page.getByRole('region', { name: 'Operators' });
    await operators.getByRole('listitem').first().waitFor();
    await operators.getByLabel('Email').fill(`${newFeature()}@example.com`);
    await operators.getByRole('button', { name: 'Make operator' }).click();
    await operators.getByRole('alert').waitFor();
    await isSound(page);
  });
});
