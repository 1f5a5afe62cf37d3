import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { settings } from './settings.ts';

/** How long a step may take: long enough for a slow and busy machine, since a step that works ends by itself. */
const patience = 120_000;

async function launch(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const executablePath = await chromium.executablePath();
    return playwright.launch({ executablePath, args: ['--no-sandbox'], timeout: patience });
  }
  return playwright.launch({ channel: 'chrome', timeout: patience });
}

/** A page that nobody has used yet, and what its console said. */
export interface Visit {
  page: Page;
  graphqlRequests: { operationName: string; variables: Record<string, unknown> }[];
}

let browser: Browser;
const complaints: string[] = [];

/** Starts a browser for the file's tests; a test fails when its page complained. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());
}

/** Opens a page with a fresh profile. */
export async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: settings.baseUrl,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patience);
  return watch(await context.newPage());
}

/** Opens another tab beside the page, with the same profile. */
export async function visitBeside(page: Page): Promise<Visit> {
  return watch(await page.context().newPage());
}

function watch(page: Page): Visit {
  const graphqlRequests: Visit['graphqlRequests'] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/graphql') {
      graphqlRequests.push(request.postDataJSON() as Visit['graphqlRequests'][number]);
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // That nobody is signed in yet is an answer, though the browser logs it as an error.
    if (message.type() === 'error' && !message.text().includes('401')) {
      complaints.push(message.text());
    }
  });
  return { page, graphqlRequests };
}
