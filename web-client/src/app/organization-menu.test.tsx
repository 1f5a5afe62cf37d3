import { screen, waitFor } from '@testing-library/react';
import { graphql, http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/testing/fixtures';
import { renderApp } from '@/testing/render-app';
import { refusal, server } from '@/testing/server';

const two = {
  ...session,
  organizations: [
    { slug: 'demo', name: 'Demo' },
    { slug: 'other', name: 'Other Ltd' },
  ],
};

describe('the menu of organizations', () => {
  beforeEach(() => server.use(http.get('/session', () => HttpResponse.json(two))));

  it('takes the session into another organization, from the keyboard', async () => {
    const moves: unknown[] = [];
    server.use(
      graphql.mutation('SwitchOrganization', ({ variables }) => {
        moves.push(variables);
        const there = { ...two, organization: { slug: 'other', name: 'Other Ltd', timeZone: 'UTC' } };
        server.use(http.get('/session', () => HttpResponse.json(there)));
        return HttpResponse.json({ data: { switchOrganization: { organization: { id: 'other' } } } });
      }),
    );
    const { user } = renderApp('/settings');
    (await screen.findByRole('button', { name: 'Organization: Demo' })).focus();
    await user.keyboard('{Enter}');
    const other = await screen.findByRole('menuitemradio', { name: 'Other Ltd' });
    for (let i = 0; i < 5 && document.activeElement !== other; i++) {
      await user.keyboard('{ArrowDown}');
    }
    expect(other).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'Organization: Other Ltd' })).toBeVisible();
    expect(moves).toEqual([{ input: { slug: 'other' } }]);
  });

  it('says why the session stays where it is', async () => {
    server.use(
      graphql.mutation('SwitchOrganization', () => refusal('NOT_FOUND', 'There is no such organization.')),
    );
    const { user } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Organization: Demo' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Other Ltd' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such organization.');
    expect(screen.getByRole('menuitemradio', { name: 'Demo' })).toBeChecked();
  });

  it('is not there for people of one organization', async () => {
    server.use(http.get('/session', () => HttpResponse.json(session)));
    renderApp('/settings');
    await waitFor(() => expect(screen.getByRole('banner')).toHaveTextContent('Demo'));
    expect(screen.queryByRole('button', { name: /^Organization/ })).not.toBeInTheDocument();
  });
});
