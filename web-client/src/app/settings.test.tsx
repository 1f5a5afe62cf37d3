import { screen, waitFor, within } from '@testing-library/react';
import { graphql, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { session } from '@/testing/fixtures';
import { renderApp } from '@/testing/render-app';
import { refusal, server, signedInWith } from '@/testing/server';

const form = async (name: string) => within(await screen.findByRole('form', { name }));

describe('the settings', () => {
  it('are found in the menu of one’s account', async () => {
    const { user, where } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Account of Olive Owner' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Settings' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeVisible();
    expect(where()).toBe('/settings');
  });

  it('change one’s name, wherever it is shown', async () => {
    const { user } = renderApp('/settings');
    const profile = await form('Profile');
    server.use(http.get('/session', () => HttpResponse.json({ ...session, name: 'Olivia Owner' })));
    await user.clear(profile.getByLabelText('Name'));
    await user.type(profile.getByLabelText('Name'), 'Olivia Owner');
    await user.click(profile.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: 'Account of Olivia Owner' })).toBeVisible();
    expect(profile.getByRole('status')).toHaveTextContent('The name is saved.');
  });

  it('change the organization’s name, or say why not', async () => {
    server.use(
      graphql.mutation(
        'UpdateOrganization',
        () => refusal('BAD_USER_INPUT', 'The name is too long.', 'name'),
        {
          once: true,
        },
      ),
    );
    const { user } = renderApp('/settings');
    const organization = await form('Organization');
    await user.type(organization.getByLabelText('Name'), ' Ltd');
    await user.click(organization.getByRole('button', { name: 'Save' }));
    expect(await organization.findByRole('alert')).toHaveTextContent('The name is too long.');
    await user.click(organization.getByRole('button', { name: 'Save' }));
    expect(await organization.findByText('The name is saved.')).toBeVisible();
  });

  it('change the password of who knows the one that holds', async () => {
    server.use(
      graphql.mutation(
        'ChangePassword',
        () => refusal('BAD_USER_INPUT', 'The current password is wrong.', 'currentPassword'),
        { once: true },
      ),
    );
    const { user } = renderApp('/settings');
    const password = await form('Password');
    await user.type(password.getByLabelText('Current password'), 'wrong');
    await user.type(password.getByLabelText('New password'), 'a new long password');
    await user.type(password.getByLabelText('New password again'), 'another one');
    await user.click(password.getByRole('button', { name: 'Change password' }));
    expect(await password.findByText('It is not the same.')).toBeVisible();
    await user.clear(password.getByLabelText('New password again'));
    await user.type(password.getByLabelText('New password again'), 'a new long password');
    await user.click(password.getByRole('button', { name: 'Change password' }));
    await waitFor(() => expect(password.getByLabelText('Current password')).toBeInvalid());
    await user.click(password.getByRole('button', { name: 'Change password' }));
    expect(await password.findByText('The password is changed.')).toBeVisible();
    expect(password.getByLabelText('New password')).toHaveValue('');
  });

  it('sign out everywhere', async () => {
    const { user } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in to Tollgate' })).toBeVisible();
  });

  it('switch to another organization of one’s own', async () => {
    const { user } = renderApp('/settings');
    const elsewhere = { slug: 'other', name: 'Other Ltd', timeZone: 'UTC' };
    await screen.findByRole('button', { name: 'Switch to Other Ltd' });
    server.use(http.get('/session', () => HttpResponse.json({ ...session, organization: elsewhere })));
    await user.click(screen.getByRole('button', { name: 'Switch to Other Ltd' }));
    await waitFor(() => expect(screen.getByRole('banner')).toHaveTextContent('Other Ltd'));
  });

  it('leave the organization alone for those who may not change it', async () => {
    signedInWith(['USAGE_WRITE', 'GATEWAY_CALL']);
    renderApp('/settings');
    expect(await screen.findByRole('form', { name: 'Profile' })).toBeVisible();
    expect(screen.getByLabelText('Time zone')).toHaveValue('Europe/Berlin');
    expect(screen.queryByRole('form', { name: 'Organization' })).not.toBeInTheDocument();
  });
});
