import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withBrowser, visit } from './browser.ts';
import { openSignedIn } from './pages.ts';

withBrowser();

const picture = fileURLToPath(new URL('../../docs/overview.png', import.meta.url));

it('takes the picture for the README', async () => {
  const { page } = await visit({ colorScheme: 'light', viewport: { width: 1280, height: 1240 } });
  await openSignedIn(page);
  await page.getByRole('img', { name: /Tokens per/ }).waitFor();
  await page.screenshot({ path: picture });
  expect(statSync(picture).size).toBeLessThan(300_000);
});
