import { screen, waitFor } from '@testing-library/react';
import { graphql, http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadAnew } from '@/lib/leave-for';
import { session } from '@/testing/fixtures';
import { renderApp } from '@/testing/render-app';
import { refusal, server } from '@/testing/server';

vi.mock('@/lib/leave-for', () => ({ leaveFor: vi.fn(), loadAnew: vi.fn() }));

/** Keeps what is preferred as the server does, and answers what it was told. */
function keepsPreferences(): unknown[] {
  const told: unknown[] = [];
  let preferences = session.preferences as { locale: string | null; colorScheme: string | null };
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
});
