import { screen, waitFor } from '@testing-library/react';
import { graphql, http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadAnew } from '@/lib/leave-for';
import { session } from '@/testing/fixtures';
import { renderApp } from '@/testing/render-app';
import { refusal, server } from '@/testing/server';

vi.mock('@/lib/leave-for', () => ({ leaveFor: vi.fn(), loadAnew: vi.fn() }));

/** Keeps what is preferred as the server does, and answers what it was told. */
function keepsPreferences(stored: object = {}): unknown[] {
  const told: unknown[] = [];
  let preferences = { ...session.preferences, ...stored } as {
    locale: string | null;
    colorScheme: string | null;
  };
  server.use(
    http.get('/session', () => HttpResponse.json({ ...session, preferences })),
    graphql.mutation('UpdatePreferences', ({ variables }) => {
      told.push(variables['input']);
      preferences = { ...preferences, ...(variables['input'] as object) };
      return HttpResponse.json({ data: { updatePreferences: { preferences } } });
    }),
  );
  return told;
}

const isScheme = (scheme: string) =>
  waitFor(() => expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', scheme));

async function chooseScheme(user: ReturnType<typeof renderApp>['user'], label: string) {
  await user.click(await screen.findByRole('button', { name: 'Color scheme' }));
  await user.click(await screen.findByRole('menuitemradio', { name: label }));
}

describe('preferences', () => {
  afterEach(() => localStorage.clear());

  it('write numbers and dates by another language from the next load on', async () => {
    const told = keepsPreferences();
    const { user } = renderApp('/settings');
    await user.selectOptions(await screen.findByLabelText('Numbers and dates'), 'de');
    await waitFor(() => expect(loadAnew).toHaveBeenCalledTimes(1));
    expect(told).toEqual([{ locale: 'de' }]);
    expect(localStorage.getItem('tollgate-locale')).toBe('de');
    await waitFor(() => expect(screen.getByLabelText('Numbers and dates')).toHaveValue('de'));
  });

  it('say why they stay as they are', async () => {
    server.use(graphql.mutation('UpdatePreferences', () => refusal('BAD_USER_INPUT', 'No such language.')));
    const { user } = renderApp('/settings');
    await user.selectOptions(await screen.findByLabelText('Numbers and dates'), 'de');
    expect(await screen.findByRole('alert')).toHaveTextContent('No such language.');
    expect(screen.getByLabelText('Numbers and dates')).toHaveValue('');
  });

  it('are dark in every browser once that was chosen in one', async () => {
    const told = keepsPreferences();
    const { user } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Color scheme' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }));
    await waitFor(() => expect(told).toEqual([{ colorScheme: 'DARK' }]));
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  it('are followed in a browser that did not know them', async () => {
    const preferences = { locale: null, colorScheme: 'DARK' };
    server.use(http.get('/session', () => HttpResponse.json({ ...session, preferences })));
    renderApp('/settings');
    await waitFor(() =>
      expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark'),
    );
  });

  it('are light from when that is chosen, also where dark was stored', async () => {
    const told = keepsPreferences({ colorScheme: 'DARK' });
    const { user } = renderApp('/settings');
    await isScheme('dark');
    await chooseScheme(user, 'Light');
    await waitFor(() => expect(told).toEqual([{ colorScheme: 'LIGHT' }]));
    await isScheme('light');
    await chooseScheme(user, 'System');
    await waitFor(() => expect(told.at(-1)).toEqual({ colorScheme: null }));
    expect(localStorage.getItem('tollgate-color-scheme')).toBe('auto');
  });

  it('are dark again when light is refused, and say why', async () => {
    keepsPreferences({ colorScheme: 'DARK' });
    server.use(graphql.mutation('UpdatePreferences', () => refusal('FORBIDDEN', 'Not now.')));
    const { user } = renderApp('/settings');
    await isScheme('dark');
    await chooseScheme(user, 'Light');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
    await isScheme('dark');
  });

  it('may be a language that the browser does not know', async () => {
    keepsPreferences({ locale: 'auto' });
    renderApp('/settings');
    expect(await screen.findByLabelText('Numbers and dates')).toHaveDisplayValue('auto');
  });
});
