import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { InviteMemberMutationVariables } from '@/gql/graphql';
import { deferred } from '@/testing/deferred';
import { invited, membersPage, units } from '@/testing/people-fixtures';
import { renderApp } from '@/testing/render-app';
import { onMembers, onUnits, refusal, server, signedInWith } from '@/testing/server';

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });

/** Keeps the inputs that are sent, and refuses them once told to. */
function refusing(operation: string) {
  const refused = deferred<undefined>();
  const inputs: unknown[] = [];
  server.use(
    graphql.mutation(operation, async ({ variables }) => {
      inputs.push(variables['input']);
      await refused.promise;
      return refusal('CONFLICT', 'The last owner stays.');
    }),
  );
  return { inputs, refuse: () => refused.resolve(undefined) };
}

describe('the page of members', () => {
  it('shows who they are, what they may do, and who is invited', async () => {
    renderApp('/members');
    expect(await row('Olive Owner')).toHaveTextContent('youolive.owner@example.comOwnerOct 1, 2026Active');
    expect(await screen.findByLabelText('Role of Otto Analyst')).toHaveValue('ANALYST');
    expect(await row('Mia Member')).toHaveTextContent('Suspended');
    expect(await row('new@example.com')).toHaveTextContent('Member');
    expect(screen.getByRole('link', { name: 'Members' })).toHaveAttribute('aria-current', 'page');
  });

  it('invites by a link that is shown once', async () => {
    const sent: InviteMemberMutationVariables[] = [];
    server.use(
      graphql.mutation<object, InviteMemberMutationVariables>('InviteMember', ({ variables }) => {
        sent.push(variables);
        return HttpResponse.json({ data: invited(variables) });
      }),
    );
    const { user } = renderApp('/members');
    await user.click(await screen.findByRole('button', { name: 'Invite' }));
    const form = within(await screen.findByRole('form', { name: 'Invitation' }));
    await user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await form.findByText('Say whom to invite.')).toBeVisible();
    await user.type(form.getByLabelText(/^Email/), 'ada@example.com');
    await user.selectOptions(form.getByLabelText('Role'), 'Analyst');
    await user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByLabelText('Link')).toHaveValue(
      `${window.location.origin}/invitation#shown-once`,
    );
    expect(sent).toEqual([{ input: { email: 'ada@example.com', role: 'ANALYST', validFor: 'P7D' } }]);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByLabelText('Link')).not.toBeInTheDocument());
  });

  it('says why somebody was not invited', async () => {
    server.use(
      graphql.mutation('InviteMember', () => refusal('CONFLICT', 'This person is a member already.')),
    );
    const { user } = renderApp('/members');
    await user.click(await screen.findByRole('button', { name: 'Invite' }));
    const form = within(await screen.findByRole('form', { name: 'Invitation' }));
    await user.type(form.getByLabelText(/^Email/), 'ada@example.com');
    await user.click(form.getByRole('button', { name: 'Invite' }));
    expect(await form.findByRole('alert')).toHaveTextContent('This person is a member already.');
  });

  it('changes a role at once, and takes it back when that is refused', async () => {
    const { inputs, refuse } = refusing('ChangeMemberRole');
    const { user } = renderApp('/members');
    await user.selectOptions(await screen.findByLabelText('Role of Otto Analyst'), 'Admin');
    await waitFor(() => expect(screen.getByLabelText('Role of Otto Analyst')).toHaveValue('ADMIN'));
    expect(inputs).toEqual([{ userId: 'user-2', role: 'ADMIN' }]);
    refuse();
    expect(await screen.findByRole('alert')).toHaveTextContent('The last owner stays.');
    expect(screen.getByLabelText('Role of Otto Analyst')).toHaveValue('ANALYST');
  });

  it('suspends with a reason, and takes it back when that is refused', async () => {
    const { inputs, refuse } = refusing('SuspendUser');
    const { user } = renderApp('/members');
    await user.click(await screen.findByRole('button', { name: 'Actions for Otto Analyst' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Suspend' }));
    await user.type(await screen.findByLabelText('Reason'), 'On leave');
    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    await waitFor(async () => expect(await row('Otto Analyst')).toHaveTextContent('Suspended'));
    expect(inputs).toEqual([{ userId: 'user-2', reason: 'On leave' }]);
    refuse();
    expect(await screen.findByRole('alert')).toHaveTextContent('The last owner stays.');
    expect(await row('Otto Analyst')).toHaveTextContent('Active');
  });

  it.each([
    ['Remove', 'Remove from organization', 'RemoveMember'],
    ['Delete', 'Delete for good', 'DeleteUser'],
  ])('asks before it does this: %s', async (action, confirm, operation) => {
    const { inputs, refuse } = refusing(operation);
    const { user } = renderApp('/members');
    await user.click(await screen.findByRole('button', { name: 'Actions for Otto Analyst' }));
    await user.click(await screen.findByRole('menuitem', { name: action }));
    await user.click(await screen.findByRole('button', { name: confirm }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /^Otto/ })).not.toBeInTheDocument());
    expect(inputs).toEqual([{ userId: 'user-2' }]);
    refuse();
    expect(await row('Otto Analyst')).toBeVisible();
  });

  it('reinstates, makes a password link and takes an invitation back', async () => {
    const { user } = renderApp('/members');
    await user.click(await screen.findByRole('button', { name: 'Actions for Mia Member' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Reinstate' }));
    await user.click(await screen.findByRole('button', { name: 'Actions for Otto Analyst' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Make a password link' }));
    await user.click(await screen.findByRole('button', { name: 'Make link' }));
    expect(await screen.findByLabelText('Link')).toHaveValue(
      `${window.location.origin}/reset-password#shown-once`,
    );
    await user.click(screen.getByRole('button', { name: 'Done' }));
    const { inputs } = refusing('RevokeInvitation');
    await user.click(await screen.findByRole('button', { name: 'Revoke the invitation of new@example.com' }));
    await waitFor(() => expect(screen.queryByText('new@example.com')).not.toBeInTheDocument());
    expect(inputs).toEqual([{ id: 'invitation-1' }]);
  });

  it('lets administrators change everybody but owners', async () => {
    server.use(onMembers('Members', () => HttpResponse.json({ data: membersPage('ADMIN') })));
    renderApp('/members');
    const role = await screen.findByLabelText('Role of Otto Analyst');
    expect(within(role).getAllByRole('option')).toHaveLength(3);
    expect(screen.queryByLabelText('Role of Olive Owner')).not.toBeInTheDocument();
  });

  it('offers no changes to those who may only read', async () => {
    signedInWith(['CONTROL_READ', 'USAGE_READ']);
    renderApp('/members');
    expect(await row('Otto Analyst')).toHaveTextContent('Analyst');
    expect(screen.queryByRole('button', { name: /Invite|Actions|Revoke/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('says when they cannot be read', async () => {
    server.use(
      onMembers('Members', () => refusal('FORBIDDEN', 'This needs the scope control:read.'), { once: true }),
    );
    const { user } = renderApp('/members');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row('Olive Owner')).toBeVisible();
  });
});

describe('the teams and projects', () => {
  it('are at an address of their own, and are declared, renamed and forgotten there', async () => {
    const inputs: unknown[] = [];
    const keep = (operation: string, data: object) =>
      graphql.mutation(operation, ({ variables }) => {
        inputs.push(variables['input']);
        return HttpResponse.json({ data });
      });
    server.use(
      keep('CreateProject', { made: { unit: { id: 'project-1', key: 'atlas', name: 'Atlas' } } }),
      keep('UpdateTeam', { made: { unit: { id: 'team-1', key: 'search', name: 'Finding' } } }),
      keep('DeleteCostCenter', { gone: { id: 'center-1' } }),
    );
    const { user, where } = renderApp('/members');
    await user.click(await screen.findByRole('tab', { name: 'Teams and projects' }));
    expect(where()).toBe('/members?show=units');
    const projects = within(await screen.findByRole('form', { name: 'Declare in projects' }));
    await user.type(projects.getByLabelText(/^Key/), 'atlas');
    await user.type(projects.getByLabelText('Name'), 'Atlas');
    await user.click(projects.getByRole('button', { name: 'Declare' }));
    await waitFor(() => expect(projects.getByLabelText(/^Key/)).toHaveValue(''));

    await user.click(screen.getByRole('button', { name: 'Rename Search' }));
    const name = within(screen.getByRole('form', { name: 'Name of search' }));
    await user.clear(name.getByLabelText('Name'));
    await user.type(name.getByLabelText('Name'), 'Finding');
    await user.click(name.getByRole('button', { name: 'Save' }));
    await user.click(screen.getByRole('button', { name: 'Forget Marketing' }));
    await waitFor(() =>
      expect(inputs).toEqual([
        { key: 'atlas', name: 'Atlas' },
        { id: 'team-1', name: 'Finding' },
        { id: 'center-1' },
      ]),
    );
  });

  it('come back when forgetting them is refused', async () => {
    const { refuse } = refusing('DeleteTeam');
    const { user } = renderApp('/members?show=units');
    await user.click(await screen.findByRole('button', { name: 'Forget Support' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /^Support/ })).not.toBeInTheDocument());
    refuse();
    expect(await row('Support')).toBeVisible();
    expect(screen.getByRole('alert')).toBeVisible();
  });

  it('go on a page at a time', async () => {
    const more = { id: 'team-3', key: 'zeta', name: 'Zeta' };
    server.use(
      onUnits('Units', ({ variables: { after } }) => {
        const teams =
          after === 'cursor'
            ? { nodes: [more], pageInfo: { hasNextPage: false, endCursor: 'end' }, totalCount: 3 }
            : {
                nodes: units.organization.teams?.nodes ?? [],
                pageInfo: { hasNextPage: true, endCursor: 'cursor' },
                totalCount: 3,
              };
        return HttpResponse.json({ data: { organization: { ...units.organization, teams } } });
      }),
    );
    const { user } = renderApp('/members?show=units');
    expect(await screen.findByText('The first 2 of 3 teams')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await row('Zeta')).toBeVisible();
    expect(screen.getByText('All 3 teams')).toBeVisible();
  });

  it('are not changed by those who may only read', async () => {
    signedInWith(['CONTROL_READ', 'USAGE_READ']);
    renderApp('/members?show=units');
    expect(await row('Support')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Declare|Rename|Forget/ })).not.toBeInTheDocument();
  });
});
