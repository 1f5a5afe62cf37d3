import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type {
  CreateApiKeyMutationVariables,
  RevokeApiKeyMutation,
  RotateApiKeyMutationVariables,
} from '@/gql/graphql';
import { apiKeysPage, createdKey, production, rotatedKey } from '@/testing/control-fixtures';
import { deferred } from '@/testing/deferred';
import { renderApp } from '@/testing/render-app';
import { onApiKeys, refusal, server, signedInWith } from '@/testing/server';

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });

describe('the page of API keys', () => {
  it('shows what each key may do and whether it works', async () => {
    renderApp('/keys');
    expect(await row('Production')).toHaveTextContent('Record usage, Call models');
    expect(await row('Production')).toHaveTextContent('NeverActive');
    expect(await row('Old exporter')).toHaveTextContent('Expired');
    expect(await row('Leaked')).toHaveTextContent('Revoked');
    expect(within(await row('Leaked')).queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'API keys' })).toHaveAttribute('aria-current', 'page');
  });

  it('loads more keys', async () => {
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await row('The first one')).toBeVisible();
    expect(screen.getByText('All 5 keys')).toBeVisible();
  });

  it('creates a key and shows its secret once', async () => {
    const sent: CreateApiKeyMutationVariables[] = [];
    server.use(
      graphql.mutation<object, CreateApiKeyMutationVariables>('CreateApiKey', ({ variables }) => {
        sent.push(variables);
        return HttpResponse.json({ data: createdKey(variables) });
      }),
    );
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Create key' }));
    const form = await screen.findByRole('form', { name: 'New API key' });
    await user.type(within(form).getByLabelText(/^Name/), 'Worker');
    await user.click(within(form).getByRole('checkbox', { name: /^Read usage/ }));
    await user.selectOptions(within(form).getByLabelText('Works for'), 'It does not expire');
    await user.click(within(form).getByRole('button', { name: 'Create key' }));
    expect(await screen.findByLabelText('Secret')).toHaveValue('tg_this_is_shown_once');
    expect(sent).toEqual([
      { input: { name: 'Worker', scopes: ['USAGE_WRITE', 'USAGE_READ'], expiresAt: null } },
    ]);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByLabelText('Secret')).not.toBeInTheDocument());
  });

  it('says what is missing before it sends anything', async () => {
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Create key' }));
    const form = await screen.findByRole('form', { name: 'New API key' });
    await user.click(within(form).getByRole('checkbox', { name: /^Record usage/ }));
    await user.click(within(form).getByRole('button', { name: 'Create key' }));
    expect(await within(form).findByText('Give it a name.')).toBeVisible();
    expect(within(form).getByText('Choose at least one.')).toBeVisible();
  });

  it('says why a key was not created, at the field', async () => {
    server.use(
      graphql.mutation('CreateApiKey', () => refusal('BAD_USER_INPUT', 'That name is taken.', 'name')),
    );
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Create key' }));
    const form = await screen.findByRole('form', { name: 'New API key' });
    await user.type(within(form).getByLabelText(/^Name/), 'Worker');
    await user.click(within(form).getByRole('button', { name: 'Create key' }));
    await waitFor(() => expect(within(form).getByLabelText(/^Name/)).toBeInvalid());
    expect(screen.getByRole('alert')).toHaveTextContent('This was not acceptedThat name is taken.');
  });

  it('revokes a key at once, before the server has answered', async () => {
    const answer = deferred<RevokeApiKeyMutation>();
    server.use(
      graphql.mutation<RevokeApiKeyMutation>('RevokeApiKey', async () =>
        HttpResponse.json({ data: await answer.promise }),
      ),
    );
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Revoke Production' }));
    await user.click(await screen.findByRole('button', { name: 'Revoke key' }));
    await waitFor(async () => expect(await row('Production')).toHaveTextContent('Revoked'));
    const revoked = { ...production, revokedAt: '2026-11-22T12:00:00Z', __typename: 'ApiKey' as const };
    server.use(onApiKeys('ApiKeys', () => HttpResponse.json({ data: apiKeysPage(null, [revoked]) })));
    answer.resolve({ revokeApiKey: { apiKey: revoked } });
    await waitFor(() => expect(screen.queryByRole('row', { name: /^Leaked/ })).not.toBeInTheDocument());
    expect(await row('Production')).toHaveTextContent('Revoked');
  });

  it('takes the revocation back when the server refuses it', async () => {
    const refused = deferred<undefined>();
    server.use(
      graphql.mutation('RevokeApiKey', async () => {
        await refused.promise;
        return refusal('FORBIDDEN', 'This needs the scope control:write.');
      }),
    );
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Revoke Production' }));
    await user.click(await screen.findByRole('button', { name: 'Revoke key' }));
    await waitFor(async () => expect(await row('Production')).toHaveTextContent('Revoked'));
    refused.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
    expect(await row('Production')).toHaveTextContent('Active');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('rotates a key and shows its new secret once', async () => {
    const sent: RotateApiKeyMutationVariables[] = [];
    server.use(
      graphql.mutation<object, RotateApiKeyMutationVariables>('RotateApiKey', ({ variables }) => {
        sent.push(variables);
        return HttpResponse.json({ data: rotatedKey() });
      }),
    );
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Rotate Production' }));
    const form = await screen.findByRole('form', { name: 'Rotation' });
    await user.selectOptions(within(form).getByLabelText(/^The earlier secret/), '7 days');
    await user.click(within(form).getByRole('button', { name: 'Rotate key' }));
    expect(await screen.findByLabelText('Secret')).toHaveValue('tg_this_is_new');
    expect(sent).toEqual([{ input: { id: 'key-1', gracePeriod: 'P7D' } }]);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByLabelText('Secret')).not.toBeInTheDocument());
  });

  it('says why a key was not rotated', async () => {
    server.use(graphql.mutation('RotateApiKey', () => refusal('FORBIDDEN', 'The key has more rights.')));
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Rotate Production' }));
    await user.click(await screen.findByRole('button', { name: 'Rotate key' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
  });

  it('shows whose a key is, when it was used last and what was used with it', async () => {
    renderApp('/keys');
    expect(await row('Production')).toHaveTextContent('ProductionOlive Owner');
    expect(await row('Production')).toHaveTextContent('Nov 20, 202612.4K12,412$310.50');
  });

  it('leaves the keys of others alone for those who may only read, and lets them have their own', async () => {
    signedInWith(['CONTROL_READ', 'USAGE_READ']);
    const others = { id: 'user-2', name: 'Otto' };
    const mine = { ...production, id: 'key-7', name: 'My own', scopes: ['USAGE_READ' as const] };
    server.use(
      onApiKeys('ApiKeys', () =>
        HttpResponse.json({ data: apiKeysPage(null, [mine, { ...production, owner: others }]) }),
      ),
    );
    renderApp('/keys');
    expect(within(await row('Production')).queryByRole('button')).not.toBeInTheDocument();
    expect(within(await row('My own')).getAllByRole('button')).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Create key' })).toBeVisible();
  });

  it('gives no more than the viewer has', async () => {
    signedInWith(['CONTROL_READ', 'CONTROL_WRITE']);
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Create key' }));
    const form = await screen.findByRole('form', { name: 'New API key' });
    expect(within(form).getAllByRole('checkbox')).toHaveLength(2);
  });

  it('is one of the pages of those who may see nothing but their own', async () => {
    signedInWith(['USAGE_WRITE', 'GATEWAY_CALL']);
    renderApp('/keys');
    expect(await row('Production')).toBeVisible();
    const pages = within(screen.getByRole('navigation')).getAllByRole('link');
    expect(pages.map((page) => page.textContent)).toEqual(['Overview', 'Live', 'API keys']);
  });

  it('says that there are none, and when they cannot be read', async () => {
    server.use(
      onApiKeys('ApiKeys', () => refusal('FORBIDDEN', 'This needs the scope control:read.'), { once: true }),
      onApiKeys('ApiKeys', () => {
        const { organization } = apiKeysPage();
        return HttpResponse.json({
          data: { organization: { ...organization, apiKeys: { ...organization.apiKeys, totalCount: 0 } } },
        });
      }),
    );
    const { user } = renderApp('/keys');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'There are no API keys yet' })).toBeVisible();
  });
});
