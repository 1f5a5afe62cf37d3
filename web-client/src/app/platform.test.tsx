import { screen, waitFor, within } from '@testing-library/react';
import { graphql, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { CreateOrganizationMutationVariables, PlatformQueryVariables } from '@/gql/graphql';
import { deferred } from '@/testing/deferred';
import { session } from '@/testing/fixtures';
import { acme, createdOrganization, leaky, olive, pat, platformPage } from '@/testing/platform-fixtures';
import { renderApp } from '@/testing/render-app';
import { onPlatform, refusal, server, signedInWith } from '@/testing/server';

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });

type User = ReturnType<typeof renderApp>['user'];

/** Keeps the inputs that are sent, and refuses them once told to. */
function refusing(operation: string) {
  const refused = deferred<undefined>();
  const inputs: unknown[] = [];
  server.use(
    graphql.mutation(operation, async ({ variables }) => {
      inputs.push(variables['input']);
      await refused.promise;
      return refusal('CONFLICT', 'The server says no.');
    }),
  );
  return { inputs, refuse: () => refused.resolve(undefined) };
}

/** Keeps the inputs that are sent, and answers with this. */
function answering(operation: string, data: object): unknown[] {
  const inputs: unknown[] = [];
  server.use(
    graphql.mutation(operation, ({ variables }) => {
      inputs.push(variables['input']);
      return HttpResponse.json({ data });
    }),
  );
  return inputs;
}

async function act(user: User, organization: string, action: string) {
  await user.click(await screen.findByRole('button', { name: `Actions for ${organization}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
}

/** Opens the form for a new organization, and fills it in but for its slug. */
async function fillIn(user: User) {
  await user.click(await screen.findByRole('button', { name: 'New organization' }));
  const form = within(await screen.findByRole('form', { name: 'New organization' }));
  await user.type(form.getByLabelText(/^Name/), 'Café & Co.');
  await user.type(form.getByLabelText(/^Email of its owner/), 'ada@example.com');
  return form;
}

describe('the organizations of the platform', () => {
  it('are shown with who may act in them, by one request', async () => {
    const asked: PlatformQueryVariables[] = [];
    server.use(
      onPlatform('Platform', ({ variables }) => {
        asked.push(variables);
        return HttpResponse.json({ data: platformPage(variables) });
      }),
    );
    renderApp('/platform');
    expect(await row('Acme GmbH')).toHaveTextContent('acme12.4K12,412Europe/BerlinOct 1, 2026Active');
    expect(await row('Leaky Pipes')).toHaveTextContent('Suspended since Nov 20, 2026“A key was leaked”');
    expect(await row('Demo')).toHaveTextContent('you are here');
    expect(screen.getByText('The first 3 of 4 organizations')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Platform' })).toHaveAttribute('aria-current', 'page');
    expect(asked).toEqual([{ search: null, status: null, after: null, first: true }]);
  });

  it('come page by page', async () => {
    const { user } = renderApp('/platform');
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await row('Zeta Ltd')).toBeVisible();
    expect(screen.getByText('All 4 organizations')).toBeVisible();
    expect(screen.getByText('Pat Platform')).toBeVisible();
  });

  it('are searched and filtered, at an address that says so', async () => {
    const { user, where } = renderApp('/platform');
    await row('Acme GmbH');
    await user.selectOptions(screen.getByLabelText('Status'), 'Suspended');
    await waitFor(() => expect(screen.queryByRole('row', { name: /^Acme/ })).not.toBeInTheDocument());
    expect(await row('Leaky Pipes')).toBeVisible();
    await user.type(screen.getByLabelText('Name'), 'acme');
    expect(where()).toBe('/platform?search=acme&status=SUSPENDED');
    expect(await screen.findByRole('heading', { name: 'No organizations match' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear name' }));
    expect(await row('Leaky Pipes')).toBeVisible();
  });

  it('say when they cannot be read', async () => {
    server.use(onPlatform('Platform', () => refusal('UNAVAILABLE', 'Ask again.'), { once: true }));
    const { user } = renderApp('/platform');
    expect(await screen.findByRole('alert')).toHaveTextContent('Tollgate is not ready');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row('Acme GmbH')).toBeVisible();
  });

  it('are not for those who are no operators', async () => {
    signedInWith(session.scopes);
    server.use(onPlatform('Platform', () => refusal('FORBIDDEN', 'This is for platform operators.')));
    renderApp('/platform');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this');
    expect(screen.getByRole('link', { name: 'Audit log' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Platform' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'New organization' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Status')).not.toBeInTheDocument();
  });
});

describe('a new organization', () => {
  it('is made with a link for its owner, which is shown once', async () => {
    const sent: CreateOrganizationMutationVariables[] = [];
    server.use(
      graphql.mutation<object, CreateOrganizationMutationVariables>('CreateOrganization', ({ variables }) => {
        sent.push(variables);
        return HttpResponse.json({ data: createdOrganization(variables) });
      }),
    );
    const { user } = renderApp('/platform');
    const form = await fillIn(user);
    expect(form.getByLabelText(/^Slug/)).toHaveValue('cafe-co');
    const zone = form.getByRole('combobox', { name: /^Time zone/ });
    expect(zone).toHaveValue('Europe/Berlin');
    await user.clear(zone);
    await user.type(zone, 'kolk');
    await user.click(await screen.findByRole('option', { name: 'Asia/Kolkata' }));
    await user.type(form.getByLabelText(/^Reason/), 'A customer');
    await user.click(form.getByRole('button', { name: 'Create organization' }));
    expect(await screen.findByLabelText('Link')).toHaveValue(
      `${window.location.origin}/invitation#shown-once`,
    );
    expect(screen.getByText(/^Send it to ada@example.com/)).toBeVisible();
    expect(sent).toEqual([
      {
        input: {
          name: 'Café & Co.',
          slug: 'cafe-co',
          timeZone: 'Asia/Kolkata',
          ownerEmail: 'ada@example.com',
          reason: 'A customer',
        },
      },
    ]);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByLabelText('Link')).not.toBeInTheDocument());
  });

  it('keeps a slug that was written by hand', async () => {
    const { user } = renderApp('/platform');
    const form = await fillIn(user);
    await user.clear(form.getByLabelText(/^Slug/));
    await user.type(form.getByLabelText(/^Slug/), 'by-hand');
    await user.type(form.getByLabelText(/^Name/), ' again');
    expect(form.getByLabelText(/^Slug/)).toHaveValue('by-hand');
  });

  it('says what is missing before anything is sent', async () => {
    const { user } = renderApp('/platform');
    await user.click(await screen.findByRole('button', { name: 'New organization' }));
    await user.click(await screen.findByRole('button', { name: 'Create organization' }));
    expect(await screen.findByText('Give it a name.')).toBeVisible();
    expect(screen.getByText('Say whom to invite.')).toBeVisible();
    expect(screen.getByLabelText(/^Slug/)).toBeInvalid();
  });

  it.each([
    ['a slug that is taken', /^Slug/, refusal('CONFLICT', 'The slug is taken.')],
    ['an address that is none', /^Email/, refusal('BAD_USER_INPUT', 'No address.', 'ownerEmail')],
    ['a zone that is none', /^Time zone/, refusal('BAD_USER_INPUT', 'No zone.', 'timeZone')],
  ])('is not made with %s, which is said at the field', async (_, label, answer) => {
    server.use(graphql.mutation('CreateOrganization', () => answer));
    const { user } = renderApp('/platform');
    const form = await fillIn(user);
    await user.click(form.getByRole('button', { name: 'Create organization' }));
    expect(await form.findByRole('alert')).toHaveTextContent('This was not accepted');
    const field = screen
      .getAllByLabelText(label)
      .find((each) => each instanceof HTMLInputElement && each.type !== 'hidden');
    expect(field).toBeInvalid();
  });
});

describe('an organization', () => {
  it('is suspended at once, for a reason that must be given, and taken back when that is refused', async () => {
    const { inputs, refuse } = refusing('SuspendOrganization');
    const { user } = renderApp('/platform');
    await act(user, 'Acme GmbH', 'Suspend');
    const dialog = within(await screen.findByRole('dialog', { name: 'Suspend Acme GmbH?' }));
    expect(dialog.getByText(/every API key of it is refused within a second/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Suspend organization' }));
    expect(await dialog.findByText('Say why.')).toBeVisible();
    expect(inputs).toEqual([]);
    await user.type(dialog.getByLabelText(/^Reason/), 'Not paid');
    await user.click(dialog.getByRole('button', { name: 'Suspend organization' }));
    await waitFor(async () => expect(await row('Acme GmbH')).toHaveTextContent('Suspended'));
    expect(await row('Acme GmbH')).toHaveTextContent('“Not paid”');
    expect(inputs).toEqual([{ organizationId: acme.id, reason: 'Not paid' }]);
    refuse();
    expect(await screen.findByRole('alert')).toHaveTextContent('The server says no.');
    expect(await row('Acme GmbH')).toHaveTextContent('Active');
  });

  it('is resumed, with a reason or without', async () => {
    const active = { ...leaky, status: 'ACTIVE', suspendedAt: null, suspensionReason: null };
    const inputs = answering('ResumeOrganization', { resumeOrganization: { organization: active } });
    const { user } = renderApp('/platform');
    await act(user, 'Leaky Pipes', 'Resume');
    await user.click(await screen.findByRole('button', { name: 'Resume organization' }));
    await waitFor(async () => expect(await row('Leaky Pipes')).toHaveTextContent('Active'));
    expect(await row('Leaky Pipes')).not.toHaveTextContent('leaked');
    await waitFor(() => expect(inputs).toEqual([{ organizationId: leaky.id }]));
  });

  it('is not suspended by those who are in it', async () => {
    const { user } = renderApp('/platform');
    await user.click(await screen.findByRole('button', { name: 'Actions for Demo' }));
    expect(await screen.findByRole('menuitem', { name: 'Invite an owner' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Suspend' })).not.toBeInTheDocument();
  });

  it('gets another owner by a link that is shown once', async () => {
    const { user } = renderApp('/platform');
    await act(user, 'Acme GmbH', 'Invite an owner');
    const form = within(await screen.findByRole('form', { name: 'Invitation of an owner' }));
    await user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await form.findByText('Say whom to invite.')).toBeVisible();
    await user.type(form.getByLabelText(/^Email/), 'ada@example.com');
    await user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByLabelText('Link')).toHaveValue(
      `${window.location.origin}/invitation#shown-once`,
    );
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByLabelText('Link')).not.toBeInTheDocument());
  });

  it('says why nobody was invited', async () => {
    server.use(
      graphql.mutation('InviteOrganizationOwner', () => refusal('BAD_USER_INPUT', 'No address.', 'email')),
    );
    const { user } = renderApp('/platform');
    await act(user, 'Acme GmbH', 'Invite an owner');
    const form = within(await screen.findByRole('form', { name: 'Invitation of an owner' }));
    await user.type(form.getByLabelText(/^Email/), 'ada');
    await user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await form.findByRole('alert')).toHaveTextContent('No address.');
    expect(form.getByLabelText(/^Email/)).toBeInvalid();
  });
});

describe('the operators', () => {
  const panel = async () => within(await screen.findByRole('region', { name: 'Operators' }));

  it('are shown, and make others', async () => {
    const inputs = answering('GrantOperator', { grantOperator: { user: pat } });
    const { user } = renderApp('/platform');
    const operators = await panel();
    const [me, other] = operators.getAllByRole('listitem');
    expect(me).toHaveTextContent('Olive Owner youowner@example.com');
    expect(other).toHaveTextContent('Pat Platformpat@example.com');
    await user.type(operators.getByLabelText(/^Email/), ' pat@example.com ');
    await user.type(operators.getByLabelText('Reason'), 'On call');
    await user.click(operators.getByRole('button', { name: 'Make operator' }));
    expect(await operators.findByText('Pat Platform is an operator now.')).toBeVisible();
    expect(operators.getByLabelText(/^Email/)).toHaveValue('');
    expect(inputs).toEqual([{ email: 'pat@example.com', reason: 'On call' }]);
  });

  it('are not made of somebody whom nobody knows', async () => {
    server.use(graphql.mutation('GrantOperator', () => refusal('NOT_FOUND', 'Nobody has this address.')));
    const { user } = renderApp('/platform');
    const operators = await panel();
    await user.type(operators.getByLabelText(/^Email/), 'nobody@example.com');
    await user.click(operators.getByRole('button', { name: 'Make operator' }));
    expect(await operators.findByRole('alert')).toHaveTextContent('Nobody has this address.');
    expect(operators.getByLabelText(/^Email/)).toBeInvalid();
  });

  it('are revoked at once, and come back when that is refused', async () => {
    const { inputs, refuse } = refusing('RevokeOperator');
    const { user } = renderApp('/platform');
    await user.click(await screen.findByRole('button', { name: 'Revoke Pat Platform' }));
    await user.click(await screen.findByRole('button', { name: 'Revoke operator' }));
    await waitFor(() => expect(screen.queryByText('Pat Platform')).not.toBeInTheDocument());
    expect(inputs).toEqual([{ userId: pat.id }]);
    refuse();
    expect(await screen.findByRole('alert')).toHaveTextContent('The server says no.');
    expect(screen.getByText('Pat Platform')).toBeVisible();
  });

  it('lose the page when they revoke themselves', async () => {
    const { user } = renderApp('/platform');
    await user.click(await screen.findByRole('button', { name: `Revoke ${olive.name}` }));
    expect(await screen.findByText(/^You lose this page/)).toBeVisible();
    server.use(http.get('/session', () => HttpResponse.json({ ...session, operator: false })));
    await user.click(screen.getByRole('button', { name: 'Revoke operator' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Platform' })).not.toBeInTheDocument());
    expect(screen.queryByRole('button', { name: 'New organization' })).not.toBeInTheDocument();
  });
});
