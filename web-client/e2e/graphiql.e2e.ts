import { describe, expect, it } from 'vitest';
import { withBrowser, visit } from './browser.ts';
import { openSignedIn } from './pages.ts';

withBrowser();

describe('GraphiQL', () => {
  it('asks with the session of whoever opened it', async () => {
    const { page } = await visit();
    await openSignedIn(page);
    await page.goto('/graphiql');
    await page.getByLabel('Query Editor').getByText('totalTokens').waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    const result = page.getByLabel('Result Window');
    await result.getByText('"totalTokens"').waitFor();
    expect(await result.innerText()).toContain('"label"');
  });
});
