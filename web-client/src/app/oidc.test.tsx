import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { leaveFor } from '@/lib/leave-for';
import { renderApp } from '@/testing/render-app';
import { providers, server, signedOut } from '@/testing/server';

vi.mock('@/lib/leave-for', () => ({ leaveFor: vi.fn() }));

/** Takes what a sign-in begins with. */
function takesBeginnings(name: string): unknown[] {
  const bodies: unknown[] = [];
  server.use(
    http.post(`/oidc/${name}`, async ({ request }) => {
      bodies.push(await request.json());
      return HttpResponse.json({ location: 'https://id.example/authorize?state=x' });
    }),
  );
  return bodies;
}

describe('signing in with a provider', () => {
  it('is offered for each provider, and leads there from the keyboard', async () => {
    signedOut('never given');
    providers('Google', 'Example');
    const bodies = takesBeginnings('example');
    const { user } = renderApp('/sign-in?returnTo=%2Fquotas');
    expect(await screen.findByRole('button', { name: 'Continue with Google' })).toBeVisible();
    const button = screen.getByRole('button', { name: 'Continue with Example' });
    screen.getByLabelText('Email').focus();
    for (let i = 0; i < 10 && document.activeElement !== button; i++) {
      await user.tab();
    }
    expect(button).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('https://id.example/authorize?state=x'));
    expect(bodies).toEqual([{ returnTo: '/quotas' }]);
  });

  it('is offered again to whoever comes back without it', async () => {
    signedOut('never given');
    providers('Google');
    takesBeginnings('google');
    const { user } = renderApp('/sign-in');
    const button = await screen.findByRole('button', { name: 'Continue with Google' });
    await user.click(button);
    await waitFor(() => expect(button).toBeDisabled());
    fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
    await waitFor(() => expect(button).toBeEnabled());
  });

  it('is not offered where there is no provider', async () => {
    signedOut('never given');
    renderApp('/sign-in');
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Continue with/ })).not.toBeInTheDocument();
  });

  it('says when the provider is away, and lets one try again', async () => {
    signedOut('never given');
    providers('Google');
    server.use(http.post('/oidc/google', () => HttpResponse.json({ code: 'UNAVAILABLE' }, { status: 503 })));
    const { user } = renderApp('/sign-in');
    await user.click(await screen.findByRole('button', { name: 'Continue with Google' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Google cannot be reached now.');
    expect(screen.getByRole('button', { name: 'Continue with Google' })).toBeEnabled();
  });

  it.each([
    ['NOT_INVITED', 'Ask for an invitation'],
    ['EMAIL_NOT_VERIFIED', 'has not verified your email address'],
    ['SUSPENDED', 'Your account is suspended.'],
    ['EXPIRED', 'Try again.'],
    ['constructor', 'Signing in did not work.'],
    ['SOMETHING_NEW', 'Signing in did not work.'],
  ])('says in words why it was refused: %s', async (code, words) => {
    signedOut('never given');
    renderApp(`/sign-in?error=${code}`);
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it('joins by an invitation', async () => {
    signedOut('never given');
    providers('Google');
    const bodies = takesBeginnings('google');
    const { user } = renderApp('/invitation#a-secret');
    await within(await screen.findByRole('main')).findByRole('form', { name: 'Join' });
    await user.click(await screen.findByRole('button', { name: 'Continue with Google' }));
    await waitFor(() => expect(bodies).toEqual([{ returnTo: '/', invitation: 'a-secret' }]));
  });
});
