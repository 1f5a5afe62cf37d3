import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type {
  AddProviderCredentialMutationVariables,
  RotateProviderCredentialMutationVariables,
  UpdateProviderCredentialMutationVariables,
} from '@/gql/graphql';
import { deferred } from '@/testing/deferred';
import { openaiCredential, providersPage, updatedCredential } from '@/testing/provider-fixtures';
import { renderApp } from '@/testing/render-app';
import { onProviders, refusal, server, signedInWith } from '@/testing/server';

const card = (name: string) =>
  within(screen.getByRole('list', { name: 'Credentials' })).findByRole('listitem', { name });
const form = (name: string) => screen.findByRole('form', { name });
const shown = () => screen.findByRole('list', { name: 'Credentials' });

describe('the page of providers', () => {
  it('shows with what calls are made, what they cost, and where else they could be made', async () => {
    renderApp('/providers');
    await shown();
    const openai = await card('OpenAI');
    expect(openai).toHaveTextContent('222 modelsVisionFunctionsReasoning');
    expect(openai).toHaveTextContent('Active');
    expect(openai).toHaveTextContent('Own contract');
    expect(openai).toHaveTextContent('Number 2, the earlier one until Jan 1');
    const budget = within(openai).getByRole('meter', { name: 'Budget of OpenAI' });
    expect(budget).toHaveAttribute('aria-valuetext', '$330.00 of $400.00');
    expect(await card('Anthropic')).toHaveTextContent('Budget exceeded');
    expect(await card('Anthropic')).toHaveTextContent('1,200 calls have no price and are not in it');
    const others = within(screen.getByRole('list', { name: 'Other providers' })).getAllByRole('listitem');
    expect(others.map((each) => each.textContent.slice(0, 6))).toEqual(['Google', 'Mistra', 'AIHubM']);
    expect(screen.getByRole('link', { name: 'Providers' })).toHaveAttribute('aria-current', 'page');
  });

  it('finds a provider, and keeps what was looked for in the address', async () => {
    const { user, where } = renderApp('/providers');
    await user.type(await screen.findByLabelText('Search providers'), 'mis');
    const others = within(screen.getByRole('list', { name: 'Other providers' }));
    expect(others.getAllByRole('listitem')).toHaveLength(1);
    expect(where()).toBe('/providers?search=mis');
  });

  it('has a secret checked before it is added, and forgets it', async () => {
    const sent: object[] = [];
    const answer = deferred<undefined>();
    server.use(
      graphql.mutation<object, AddProviderCredentialMutationVariables>(
        'AddProviderCredential',
        async ({ variables }) => {
          sent.push(variables.input);
          await answer.promise;
          return HttpResponse.json({
            data: { addProviderCredential: { providerCredential: openaiCredential } },
          });
        },
      ),
    );
    const { user, where } = renderApp('/providers');
    await user.click(await screen.findByRole('button', { name: 'Add Google' }));
    const fields = within(await form('New credential'));
    expect(fields.getByRole('combobox', { name: /^Provider/ })).toHaveValue('google');
    await user.click(fields.getByRole('button', { name: 'Check and add' }));
    expect(await fields.findByText('At least 8 characters.')).toBeVisible();
    const secret = fields.getByLabelText(/^Secret/);
    expect(secret).toHaveAttribute('type', 'password');
    await user.type(secret, 'sk-a-secret');
    await user.type(fields.getByLabelText('Monthly budget, USD'), '50');
    await user.click(fields.getByRole('button', { name: 'Check and add' }));
    expect(await fields.findByText('The provider is being asked…')).toBeVisible();
    // The answer is for this dialog: it stays until then.
    expect(fields.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Close' })).toBeDisabled();
    await user.keyboard('{Escape}');
    expect(await form('New credential')).toBeVisible();
    answer.resolve(undefined);
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(sent).toEqual([
      { provider: 'google', secret: 'sk-a-secret', source: 'OWN', autoDisable: true, monthlyBudget: 50 },
    ]);
    expect(where()).toBe('/providers');
    await user.click(screen.getByRole('button', { name: 'Add Google' }));
    expect(within(await form('New credential')).getByLabelText(/^Secret/)).toHaveValue('');
  });

  it('says at the field why the provider does not take a secret', async () => {
    server.use(
      graphql.mutation('AddProviderCredential', () =>
        refusal('BAD_USER_INPUT', 'The provider does not accept it (HTTP 401).', 'secret'),
      ),
    );
    const { user } = renderApp('/providers');
    await user.click(await screen.findByRole('button', { name: 'Add credential' }));
    const fields = within(await form('New credential'));
    await user.type(fields.getByRole('combobox', { name: /^Provider/ }), 'openai');
    await user.type(fields.getByLabelText(/^Secret/), 'sk-not-a-secret');
    await user.click(fields.getByRole('button', { name: 'Check and add' }));
    await waitFor(() => expect(fields.getByLabelText(/^Secret/)).toBeInvalid());
    expect(fields.getByRole('alert')).toHaveTextContent('The provider does not accept it (HTTP 401).');
  });

  it('rotates a secret', async () => {
    const sent: object[] = [];
    server.use(
      graphql.mutation<object, RotateProviderCredentialMutationVariables>(
        'RotateProviderCredential',
        ({ variables }) => {
          sent.push(variables.input);
          return HttpResponse.json({
            data: { rotateProviderCredential: { providerCredential: openaiCredential } },
          });
        },
      ),
    );
    const { user } = renderApp('/providers');
    await user.click(await screen.findByRole('button', { name: 'Rotate OpenAI' }));
    const fields = within(await form('New secret'));
    await user.type(fields.getByLabelText(/^Secret/), 'sk-the-next');
    await user.selectOptions(fields.getByLabelText(/^The earlier secret/), '7 days');
    await user.click(fields.getByRole('button', { name: 'Check and rotate' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(sent).toEqual([
      { id: 'credential-1', expectedVersion: 3, secret: 'sk-the-next', gracePeriod: 'P7D' },
    ]);
  });

  it('shows another budget before the server has answered, and takes it back when it is refused', async () => {
    const conflict = deferred<undefined>();
    const sent: object[] = [];
    server.use(
      graphql.mutation<object, UpdateProviderCredentialMutationVariables>(
        'UpdateProviderCredential',
        async ({ variables }) => {
          sent.push(variables.input);
          await conflict.promise;
          return refusal('CONFLICT', 'The credential has version 4.');
        },
      ),
    );
    const { user } = renderApp('/providers');
    await user.click(await screen.findByRole('button', { name: 'Budget Anthropic' }));
    const fields = within(await form('Budget'));
    await user.clear(fields.getByLabelText('Monthly budget, USD'));
    await user.type(fields.getByLabelText('Monthly budget, USD'), '-5');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(await fields.findByText('An amount above 0, up to 1,000,000.')).toBeVisible();
    await user.clear(fields.getByLabelText('Monthly budget, USD'));
    await user.type(fields.getByLabelText('Monthly budget, USD'), '500');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(await card('Anthropic')).toHaveTextContent('$120.50 of $500.00'));
    expect(await card('Anthropic')).toHaveTextContent('Active');
    conflict.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('It has changed meanwhile');
    expect(await card('Anthropic')).toHaveTextContent('Budget exceeded');
    expect(sent).toEqual([
      {
        id: 'credential-2',
        expectedVersion: 3,
        source: 'PLATFORM',
        autoDisable: true,
        monthlyBudget: 500,
      },
    ]);
  });

  it('disables a credential', async () => {
    const answer = deferred<undefined>();
    server.use(
      graphql.mutation<object, UpdateProviderCredentialMutationVariables>(
        'UpdateProviderCredential',
        async ({ variables }) => {
          await answer.promise;
          return HttpResponse.json({ data: updatedCredential(variables) });
        },
      ),
    );
    const { user } = renderApp('/providers');
    await user.click(await screen.findByRole('button', { name: 'Disable OpenAI' }));
    await waitFor(async () => expect(await card('OpenAI')).toHaveTextContent('Disabled'));
    answer.resolve(undefined);
    expect(await screen.findByRole('button', { name: 'Enable OpenAI' })).toBeVisible();
  });

  it('asks the provider again, and says what it answers', async () => {
    const answer = deferred<undefined>();
    server.use(
      graphql.mutation('ValidateProviderCredential', async () => {
        await answer.promise;
        return refusal('BAD_USER_INPUT', 'The provider does not accept it (HTTP 401).', 'secret');
      }),
    );
    const { user } = renderApp('/providers');
    const button = await screen.findByRole('button', { name: 'Validate OpenAI' });
    await user.click(button);
    await waitFor(() => expect(button).toBeDisabled());
    answer.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('The provider does not accept it (HTTP 401).');
    expect(await screen.findByRole('button', { name: 'Validate OpenAI' })).toBeEnabled();
  });

  it('removes a credential at once, and brings it back when that is refused', async () => {
    const refused = deferred<undefined>();
    server.use(
      graphql.mutation('RemoveProviderCredential', async () => {
        await refused.promise;
        return refusal('FORBIDDEN', 'This needs the scope control:write.');
      }),
    );
    const { user } = renderApp('/providers');
    await user.click(await screen.findByRole('button', { name: 'Remove OpenAI' }));
    await user.click(await screen.findByRole('button', { name: 'Remove credential' }));
    expect(await screen.findByRole('button', { name: 'Add OpenAI' })).toBeInTheDocument();
    refused.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
    expect(await card('OpenAI')).toBeInTheDocument();
  });

  it('offers no changes to those who may only read', async () => {
    signedInWith(['CONTROL_READ', 'USAGE_READ']);
    renderApp('/providers');
    await shown();
    expect(await card('OpenAI')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Add|Validate|Rotate|Budget|Disable|Remove/ }),
    ).not.toBeInTheDocument();
  });

  it('says that there are none, and when they cannot be read', async () => {
    server.use(
      onProviders('Providers', () => refusal('FORBIDDEN', 'This needs the scope control:read.'), {
        once: true,
      }),
      onProviders('Providers', () => HttpResponse.json({ data: providersPage([]) })),
    );
    const { user } = renderApp('/providers');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'There are no credentials yet' })).toBeVisible();
  });
});
