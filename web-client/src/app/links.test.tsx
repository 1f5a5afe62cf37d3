import { screen, waitFor, within } from '@testing-library/react';
import { graphql, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { session } from '@/testing/fixtures';
import { renderApp } from '@/testing/render-app';
import { refusal, server, signedOut } from '@/testing/server';

const form = async (name: string) => within(await screen.findByRole('form', { name }));
const problem = (status: number, detail: string, field?: string) =>
  HttpResponse.json({ status, detail, field }, { status });
const gone = 'The link does not work: unknown, used or expired.';

describe('an invitation', () => {
  it('makes an account for somebody new, who is signed in by it', async () => {
    signedOut('never given');
    const bodies: unknown[] = [];
    server.use(
      http.post('/invitations/accept', async ({ request }) => {
        bodies.push(await request.json());
        server.use(http.get('/session', () => HttpResponse.json(session)));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, where } = renderApp('/invitation#a-secret');
    const join = await form('Join');
    await user.type(join.getByLabelText('Your name'), 'Ada');
    await user.type(join.getByLabelText('Password'), 'correct horse battery');
    await user.click(join.getByRole('button', { name: 'Join' }));
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeInTheDocument();
    expect(bodies).toEqual([{ token: 'a-secret', name: 'Ada', password: 'correct horse battery' }]);
    expect(where()).toBe('/');
  });

  it('says when it does not work any more, and what was wrong', async () => {
    signedOut('never given');
    server.use(
      http.post('/invitations/accept', () => problem(400, 'Use another password.', 'password'), {
        once: true,
      }),
      http.post('/invitations/accept', () => problem(404, gone)),
    );
    const { user } = renderApp('/invitation#a-secret');
    const join = await form('Join');
    await user.type(join.getByLabelText('Your name'), 'Ada');
    await user.type(join.getByLabelText('Password'), 'correct horse battery');
    await user.click(join.getByRole('button', { name: 'Join' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Use another password.');
    expect(join.getByLabelText('Password')).toBeInvalid();
    await user.click(join.getByRole('button', { name: 'Join' }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(gone));
  });

  it('is accepted by somebody with an account, after signing in', async () => {
    signedOut('right');
    const { user, where } = renderApp('/invitation#a-secret');
    await user.click(await screen.findByRole('button', { name: 'I have an account' }));
    const signIn = await form('Sign in');
    await user.type(signIn.getByLabelText('Email'), 'owner@example.com');
    await user.type(signIn.getByLabelText('Password'), 'right');
    await user.click(signIn.getByRole('button', { name: 'Sign in' }));
    await user.click(await screen.findByRole('button', { name: 'Join as Olive Owner' }));
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeInTheDocument();
    expect(where()).toBe('/');
  });

  it('is refused to whoever it is not for, who can sign out', async () => {
    signedOut('right');
    server.use(
      http.get('/session', () => HttpResponse.json(session), { once: true }),
      graphql.mutation('AcceptInvitation', () =>
        refusal('FORBIDDEN', 'The invitation is for another email address.'),
      ),
    );
    const { user } = renderApp('/invitation#a-secret');
    await user.click(await screen.findByRole('button', { name: 'Join as Olive Owner' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('for another email address');
    await user.click(screen.getByRole('button', { name: 'Sign out first' }));
    expect(await screen.findByRole('form', { name: 'Join' })).toBeVisible();
  });

  it('needs the whole link', async () => {
    renderApp('/invitation');
    expect(await screen.findByRole('alert')).toHaveTextContent('This link is not whole.');
  });
});

describe('a link for a new password', () => {
  it('sets it and leads to signing in', async () => {
    signedOut('never given');
    const bodies: unknown[] = [];
    server.use(
      http.post('/password/reset', async ({ request }) => {
        bodies.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, where } = renderApp('/reset-password#a-secret');
    const fields = await form('New password');
    await user.type(fields.getByLabelText('New password'), 'correct horse battery');
    await user.type(fields.getByLabelText('New password again'), 'something else');
    await user.click(fields.getByRole('button', { name: 'Set password' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The two are not the same.');
    await user.clear(fields.getByLabelText('New password again'));
    await user.type(fields.getByLabelText('New password again'), 'correct horse battery');
    await user.click(fields.getByRole('button', { name: 'Set password' }));
    await user.click(await screen.findByRole('link', { name: 'Sign in' }));
    expect(bodies).toEqual([{ token: 'a-secret', password: 'correct horse battery' }]);
    expect(where()).toBe('/sign-in');
  });

  it('says when it does not work any more', async () => {
    signedOut('never given');
    server.use(http.post('/password/reset', () => problem(404, gone)));
    const { user } = renderApp('/reset-password#a-secret');
    const fields = await form('New password');
    await user.type(fields.getByLabelText('New password'), 'correct horse battery');
    await user.type(fields.getByLabelText('New password again'), 'correct horse battery');
    await user.click(fields.getByRole('button', { name: 'Set password' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(gone);
  });
});
