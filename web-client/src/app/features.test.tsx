import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type {
  FeaturePreviewQuery,
  FeaturePreviewQueryVariables,
  SetFeatureMutation,
  SetFeatureMutationVariables,
} from '@/gql/graphql';
import { deferred } from '@/testing/deferred';
import { chat, featurePreview, featuresPage, setFeature } from '@/testing/feature-fixtures';
import { watched } from '@/testing/live-server';
import { renderApp } from '@/testing/render-app';
import { onFeatures, refusal, server, signedInWith } from '@/testing/server';

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });
const form = () => screen.findByRole('form', { name: 'Feature' });

/** Keeps what is sent to change features. */
function sent(): SetFeatureMutationVariables['input'][] {
  const inputs: SetFeatureMutationVariables['input'][] = [];
  server.use(
    graphql.mutation<SetFeatureMutation, SetFeatureMutationVariables>('SetFeature', ({ variables }) => {
      inputs.push(variables.input);
      return HttpResponse.json({ data: setFeature(variables) });
    }),
  );
  return inputs;
}

describe('the page of features', () => {
  it('shows the state of each, its rules, its schedule and what was spent on it', async () => {
    renderApp('/features');
    expect(await row('chat')).toHaveTextContent('On$310.5012.4K12,400team search or support: off');
    expect(await row('chat')).toHaveTextContent('Jan 1, 9:00 AM: Off');
    expect(await row('search')).toHaveTextContent('25% of users$0.000');
    expect(await row('summaries')).toHaveTextContent('“Summaries come back on Monday.”Off');
    expect(await row('translation')).toHaveTextContent('Undeclared');
    expect(screen.getByRole('link', { name: 'Features' })).toHaveAttribute('aria-current', 'page');
  });

  it('tells what a change would have refused, and makes it only then', async () => {
    const inputs = sent();
    const { user } = renderApp('/features');
    await user.click(await screen.findByRole('switch', { name: 'chat may be used' }));
    expect(within(await form()).getByRole('radio', { name: 'Off' })).toBeChecked();
    expect(
      await screen.findByText('1,204 of 1,204 calls would have been refused: 87 users, $12.40 of cost.'),
    ).toBeVisible();
    expect(inputs).toEqual([]);
    await user.type(within(await form()).getByLabelText(/^Reason/), 'Too dear');
    await user.click(within(await form()).getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(inputs).toEqual([{ name: 'chat', state: 'OFF', expectedVersion: 3, reason: 'Too dear' }]),
    );
  });

  it('proposes the part of the users that had it before it was switched off', async () => {
    const inputs = sent();
    const { user } = renderApp('/features');
    await user.click(await screen.findByRole('switch', { name: 'tagging may be used' }));
    const fields = within(await form());
    expect(fields.getByRole('radio', { name: 'For a part of the users' })).toBeChecked();
    expect(fields.getByLabelText(/^Percent/)).toHaveValue(10);
    await user.click(fields.getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(inputs).toEqual([{ name: 'tagging', state: 'PARTIAL', rolloutPercent: 10, expectedVersion: 3 }]),
    );
  });

  it('changes percentage, message, rules and schedule', async () => {
    const inputs = sent();
    const { user } = renderApp('/features');
    await user.click(await screen.findByRole('button', { name: 'Change chat' }));
    const fields = within(await form());
    await user.click(fields.getByRole('radio', { name: 'For a part of the users' }));
    await user.clear(fields.getByLabelText(/^Percent/));
    await user.type(fields.getByLabelText(/^Percent/), '101');
    await user.click(fields.getByRole('button', { name: 'Apply' }));
    expect(await fields.findByText('A whole number from 0 to 100.')).toBeVisible();
    await user.clear(fields.getByLabelText(/^Percent/));
    await user.type(fields.getByLabelText(/^Percent/), '30');
    await user.type(fields.getByLabelText(/^What users are told/), 'Soon.');
    await user.click(fields.getByRole('button', { name: 'Remove rule 1' }));
    await user.click(fields.getByRole('button', { name: /^Remove “Off from/ }));
    await user.type(fields.getByLabelText(/^at, in/), '2098-05-04T09:30');
    await user.click(fields.getByRole('button', { name: 'Schedule' }));
    expect(await fields.findByText(/^Off from May 4/)).toBeVisible();
    await user.click(fields.getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(inputs).toEqual([
        {
          name: 'chat',
          state: 'PARTIAL',
          rolloutPercent: 30,
          message: 'Soon.',
          rules: [],
          schedule: [{ at: '2098-05-04T07:30:00.000Z', state: 'OFF' }],
          expectedVersion: 3,
        },
      ]),
    );
  });

  it('changes rules and their order, tried before they are applied', async () => {
    const inputs = sent();
    const tried: FeaturePreviewQueryVariables['input'][] = [];
    server.use(
      graphql.query<FeaturePreviewQuery, FeaturePreviewQueryVariables>('FeaturePreview', ({ variables }) => {
        tried.push(variables.input);
        return HttpResponse.json({ data: featurePreview(variables) });
      }),
    );
    const { user } = renderApp('/features');
    await user.click(await screen.findByRole('button', { name: 'Change chat' }));
    const fields = within(await form());
    await user.click(fields.getByRole('button', { name: 'Add rule' }));
    await user.click(fields.getByRole('button', { name: 'Apply' }));
    expect(await fields.findByText(/^Rule 2 is about nobody/)).toBeVisible();
    const second = within(fields.getByRole('group', { name: 'Rule 2' }));
    await user.type(second.getByRole('combobox', { name: 'Users' }), 'u-1{Enter}u-2{Enter}');
    await user.type(second.getByRole('combobox', { name: 'Environments' }), 'production{Enter}');
    await user.selectOptions(second.getByLabelText('The feature'), 'is on for a part of them');
    await user.clear(second.getByLabelText('Percent of them'));
    await user.type(second.getByLabelText('Percent of them'), '5');
    await user.click(fields.getByRole('button', { name: 'Move rule 2 up' }));
    const rules = [
      { environment: ['production'], user: ['u-1', 'u-2'], state: 'PARTIAL', rolloutPercent: 5 },
      { team: ['search', 'support'], state: 'OFF' },
    ];
    await waitFor(() => expect(tried.at(-1)).toEqual({ name: 'chat', state: 'ON', rules }));
    expect(inputs).toEqual([]);
    await user.click(fields.getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(inputs).toEqual([{ name: 'chat', state: 'ON', rules, expectedVersion: 3 }]));
  });

  it('schedules a part of the users', async () => {
    const inputs = sent();
    const { user } = renderApp('/features');
    await user.click(await screen.findByRole('button', { name: 'Change search' }));
    const fields = within(await form());
    await user.selectOptions(fields.getByLabelText('Becomes'), 'For a part');
    await user.type(fields.getByLabelText(/^at, in/), '2098-05-04T09:30');
    await user.clear(fields.getByLabelText('Percent'));
    await user.type(fields.getByLabelText('Percent'), '75');
    await user.click(fields.getByRole('button', { name: 'Schedule' }));
    await user.click(fields.getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(inputs).toMatchObject([
        { schedule: [{ at: '2098-05-04T07:30:00.000Z', state: 'PARTIAL', rolloutPercent: 75 }] },
      ]),
    );
  });

  it('shows a change before the server has answered, and takes it back when somebody was faster', async () => {
    const conflict = deferred<undefined>();
    server.use(
      graphql.mutation('SetFeature', async () => {
        await conflict.promise;
        return refusal('CONFLICT', 'The feature has version 4.');
      }),
    );
    const { user } = renderApp('/features');
    await user.click(await screen.findByRole('switch', { name: 'chat may be used' }));
    await user.click(within(await form()).getByRole('button', { name: 'Apply' }));
    await waitFor(async () => expect(await row('chat')).toHaveTextContent(/^chatOff/));
    conflict.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('It has changed meanwhile');
    expect(await row('chat')).toHaveTextContent(/^chatOn/);
  });

  it('adopts a feature that only usage names, and declares new ones', async () => {
    const inputs = sent();
    const { user } = renderApp('/features');
    await user.click(await screen.findByRole('button', { name: 'Adopt translation' }));
    const adopted = { ...chat, name: 'translation', rules: [], schedule: [], version: 1 };
    server.use(
      onFeatures('Features', ({ variables }) =>
        HttpResponse.json({ data: featuresPage(variables, [{ ...adopted, id: 'feature-translation' }]) }),
      ),
    );
    await user.click(within(await form()).getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(screen.queryByText('Undeclared')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Declare feature' }));
    await user.click(within(await form()).getByRole('button', { name: 'Apply' }));
    expect(await screen.findByText('Give it the name that events have.')).toBeVisible();
    await user.type(within(await form()).getByLabelText(/^Name/), 'drafts');
    await user.click(within(await form()).getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(inputs).toEqual([
        { name: 'translation', state: 'ON', expectedVersion: 0 },
        { name: 'drafts', state: 'ON', expectedVersion: 0 },
      ]),
    );
  });

  it('follows what others change', async () => {
    renderApp('/features');
    expect(await row('chat')).toHaveTextContent(/^chatOn/);
    const changes = await watched('FeatureChanges');
    changes.next({ featureChanged: { ...chat, state: 'OFF', version: 4 } });
    await waitFor(async () => expect(await row('chat')).toHaveTextContent(/^chatOff/));
  });

  it('adds what is spent meanwhile', async () => {
    renderApp('/features');
    expect(await row('chat')).toHaveTextContent('$310.50');
    const spend = await watched('FeatureSpend', { after: 'at-the-features' });
    const metrics = { requests: 2, cost: 0.25 };
    spend.next({
      usageTicks: { cursor: '2', kind: 'DELTA', rows: [{ key: { value: 'chat' }, metrics }] },
    });
    await waitFor(async () => expect(await row('chat')).toHaveTextContent('$310.75'));
  });

  it('offers no changes to those who may only read, and no spend to those who may not see it', async () => {
    signedInWith(['CONTROL_READ']);
    renderApp('/features');
    expect(await row('chat')).not.toHaveTextContent('$');
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Change|Adopt|Declare/ })).not.toBeInTheDocument();
  });

  it('says that there are none, and when they cannot be read', async () => {
    server.use(
      onFeatures('Features', () => refusal('FORBIDDEN', 'This needs the scope control:read.'), {
        once: true,
      }),
      onFeatures('Features', ({ variables }) => HttpResponse.json({ data: featuresPage(variables, []) })),
    );
    const { user } = renderApp('/features');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'No feature is declared, and none was seen in usage' }),
    ).toBeVisible();
  });
});
