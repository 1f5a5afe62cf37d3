import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { onOverview, server, signedOut } from '@/testing/server';

async function fillIn(user: ReturnType<typeof renderApp>['user'], password: string) {
  await user.clear(await screen.findByLabelText('Email'));
  await user.type(screen.getByLabelText('Email'), 'owner@example.com');
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  it('comes first, and leads back to the address that was asked for', async () => {
    signedOut('right');
    const { user, where } = renderApp('/?by=TEAM&model=gpt-5.5');
    await fillIn(user, 'right');
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeVisible();
    expect(where()).toBe('/?by=TEAM&model=gpt-5.5');
  });

  it('says so when the password is wrong, and lets one try again', async () => {
    signedOut('right');
    const { user } = renderApp('/sign-in');
    await fillIn(user, 'wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('Email or password is wrong.');
    expect(screen.getByLabelText('Password')).toHaveFocus();
    await fillIn(user, 'right');
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeVisible();
  });

  it('says how long to wait when locked out', async () => {
    signedOut('right');
    server.use(
      http.post('/session', () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '61' } })),
    );
    const { user } = renderApp('/sign-in');
    await fillIn(user, 'right');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many attempts. Try again in 2 minutes.');
  });

  it('never leads to another site', async () => {
    const { where } = renderApp('/sign-in?returnTo=%2F%5Cevil.example');
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeVisible();
    expect(where()).toBe('/');
  });

  it('is asked for again when the session has ended', async () => {
    server.use(
      onOverview('Overview', () =>
        HttpResponse.json({
          errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
        }),
      ),
    );
    const { where } = renderApp('/?period=30d');
    expect(await screen.findByRole('heading', { name: 'Sign in to Tollgate' })).toBeVisible();
    expect(where()).toBe('/sign-in?returnTo=%2F%3Fperiod%3D30d');
  });

  it('can be undone', async () => {
    const { user } = renderApp('/');
    signedOut('right');
    await user.click(await screen.findByRole('button', { name: 'Account of Olive Owner' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in to Tollgate' })).toBeVisible();
  });

  it('offers another try when the server cannot be reached', async () => {
    server.use(http.get('/session', () => HttpResponse.error(), { once: true }));
    const { user } = renderApp('/');
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeVisible();
  });
});
