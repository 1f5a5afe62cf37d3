import type { Locator, Page, Route } from 'playwright-core';
import { settings } from './settings.ts';

/** Opens an address as the owner; the sign-in page leads back to it. */
export async function openSignedIn(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await signIn(page, settings.password);
  await shown(page);
}

/** Opens one of the pages that control as the owner; its heading tells that it is there. */
export async function openControl(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path);
  await signIn(page, settings.password);
  await headed(page, heading);
}

/** Waits until the page with this heading is there, and not only its frame. */
export async function headed(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Waits until no dialog is over the page. */
export async function closed(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The row of a table that has this in it. */
export function row(page: Page, name: string): Locator {
  return page.getByRole('row', { name });
}

/** A name that the same test on another screen does not use. */
export function named(what: string, width: number): string {
  return `${what}, ${width} wide`;
}

/** Fills in the sign-in page and sends it. */
export async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Email').fill(settings.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Waits until the overview shows the numbers that were asked for last. */
export async function shown(page: Page): Promise<void> {
  await page.getByText('Counted through').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Does what makes the page ask for other numbers, and waits until it shows them. */
export async function refreshedBy(page: Page, action: () => Promise<unknown>): Promise<void> {
  // The answer waits until the page says that other numbers are on their way: until then the former ones are not busy.
  const busy = page.locator('[aria-busy="true"]').first();
  const whenBusy = (route: Route) => busy.waitFor().then(() => route.continue());
  await page.route('/graphql', whenBusy, { times: 1 });
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname === '/graphql');
  await action();
  await answer;
  await shown(page);
}

/** The rows of the breakdown or of the calls, without head and foot. */
export function rows(page: Page): Locator {
  return page.locator('section[aria-labelledby="details-title"] tbody tr');
}

/** The links of the breakdown that lead one step deeper. */
export function drillLinks(page: Page): Locator {
  return rows(page).getByRole('link');
}

/** Asks the API from within the page: with its session, and as one of this site's pages. */
export async function ask<T>(page: Page, query: string): Promise<T> {
  return page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/graphql', { method: 'POST', headers, body });
    return (await response.json()) as T;
  }, JSON.stringify({ query }));
}

/** The number on a card, in full. */
export async function figure(page: Page, metric: string): Promise<string> {
  return exact(page.locator(`[data-metric="${metric}"] dd`).first());
}

/** The number that an element shows, in full. */
export async function exact(element: Locator): Promise<string> {
  const titled = element.locator('[title]');
  return (await titled.count()) > 0 ? ((await titled.getAttribute('title')) ?? '') : element.innerText();
}
