import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type {
  CreateAlertDestinationMutationVariables,
  CreateAlertRuleMutationVariables,
  ReplayAlertDeliveryMutationVariables,
  SnoozeAlertRuleMutationVariables,
  UpdateAlertDestinationMutationVariables,
  UpdateAlertRuleMutationVariables,
} from '@/gql/graphql';
import {
  alertsPage,
  chatRule,
  delivered,
  destinationsPage,
  givenUp,
  openAlert,
  ops,
  rulesPage,
} from '@/testing/alert-fixtures';
import { deferred } from '@/testing/deferred';
import { liveServer, watched } from '@/testing/live-server';
import { renderApp } from '@/testing/render-app';
import { onAlertDestinations, onAlertRules, onAlerts, refusal, server, signedInWith } from '@/testing/server';

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });
const form = (name: string) => screen.findByRole('form', { name });

/** Keeps what is sent to a mutation. */
function sentTo<Variables extends { input: object; [name: string]: unknown }>(
  operation: string,
  data: object,
): Variables['input'][] {
  const inputs: Variables['input'][] = [];
  server.use(
    graphql.mutation<object, Variables>(operation, ({ variables }) => {
      inputs.push(variables.input);
      return HttpResponse.json({ data });
    }),
  );
  return inputs;
}

describe('the page of alerts', () => {
  it('shows what goes on, and what is over', async () => {
    const { user, where } = renderApp('/alerts');
    expect(await row('Chat is expensive')).toHaveTextContent('CriticalCost of search: 51.2 USD today');
    expect(screen.queryByText('Errors')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Alerts' })).toHaveAttribute('aria-current', 'page');
    await user.click(screen.getByRole('radio', { name: 'Resolved' }));
    expect(await row('Errors')).toHaveTextContent('ResolvedNov 22, 12:20 PM, by itself');
    expect(where()).toBe('/alerts?status=resolved');
  });

  it('shows an alert as it is raised', async () => {
    server.use(onAlerts('Alerts', ({ variables }) => HttpResponse.json({ data: alertsPage(variables, []) })));
    renderApp('/alerts');
    expect(
      await screen.findByRole('heading', { name: 'Nothing goes on that a rule looks for' }),
    ).toBeVisible();
    const raised = await watched('RaisedAlerts');
    server.use(onAlerts('Alerts', ({ variables }) => HttpResponse.json({ data: alertsPage(variables) })));
    raised.next({ alertRaised: { id: openAlert.id } });
    expect(await row('Chat is expensive')).toBeVisible();
  });

  it('asks again once a lost connection is there again', async () => {
    server.use(onAlerts('Alerts', ({ variables }) => HttpResponse.json({ data: alertsPage(variables, []) })));
    renderApp('/alerts');
    await screen.findByRole('heading', { name: 'Nothing goes on that a rule looks for' });
    await watched('RaisedAlerts');
    server.use(onAlerts('Alerts', ({ variables }) => HttpResponse.json({ data: alertsPage(variables) })));
    liveServer.drop(1012, 'Restarting');
    expect(await row('Chat is expensive')).toBeVisible();
  });

  it('gives the focus back when resolving was thought better of', async () => {
    const { user } = renderApp('/alerts');
    const button = await screen.findByRole('button', { name: 'Resolve Chat is expensive' });
    await user.click(button);
    await user.type(await screen.findByLabelText('Reason'), 'By mistake');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(button).toHaveFocus());
    await user.click(button);
    expect(await screen.findByLabelText('Reason')).toHaveValue('');
  });

  it('resolves an alert at once, and takes that back when it is refused', async () => {
    const refused = deferred<undefined>();
    server.use(
      graphql.mutation('ResolveAlert', async () => {
        await refused.promise;
        return refusal('FORBIDDEN', 'This needs the scope control:write.');
      }),
    );
    const { user } = renderApp('/alerts');
    await user.click(await screen.findByRole('button', { name: 'Resolve Chat is expensive' }));
    await user.click(await screen.findByRole('button', { name: 'Resolve alert' }));
    await waitFor(async () => expect(await row('Chat is expensive')).toHaveTextContent('by hand'));
    refused.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
    expect(await row('Chat is expensive')).toHaveTextContent('Open');
  });

  it('offers no changes to those who may only read', async () => {
    signedInWith(['CONTROL_READ', 'USAGE_READ']);
    const { user } = renderApp('/alerts');
    const noChanges = () =>
      expect(
        screen.queryByRole('button', { name: /Resolve|Create|Edit|Snooze|Delete|Add|Test|Replay/ }),
      ).not.toBeInTheDocument();
    await row('Chat is expensive');
    noChanges();
    await user.click(screen.getByRole('tab', { name: 'Rules' }));
    await row('Fewer calls');
    noChanges();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Destinations' }));
    await row('team chat');
    noChanges();
    await user.click(screen.getByRole('tab', { name: 'Deliveries' }));
    await screen.findByText('Given up', { selector: 'span' });
    noChanges();
  });

  it('says when they cannot be read', async () => {
    server.use(
      onAlerts('Alerts', () => refusal('FORBIDDEN', 'This needs the scope control:read.'), { once: true }),
    );
    const { user } = renderApp('/alerts');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row('Chat is expensive')).toBeVisible();
  });
});

describe('the rules', () => {
  it('are told in plain words', async () => {
    renderApp('/alerts?show=rules');
    expect(await row('Chat is expensive')).toHaveTextContent(
      'Cost above $50.00 todayOnly feature chat, further filters, for each teamCriticalopsOn',
    );
    expect(await row('Fewer calls')).toHaveTextContent(
      'Calls down by more than 30% in the last 7 days, against the period before',
    );
    expect(await row('Fewer calls')).toHaveTextContent('Snoozed until Jan 1');
    const named = await screen.findByRole('row', { name: /Quota “Search, a month” critical or worse/ });
    expect(named).toHaveAccessibleName(/^Quotas/);
    expect(await row('Quotas')).toHaveTextContent('Too many groups.');
    expect(await row('The month')).toHaveTextContent('This month’s cost forecast to be above $5,000.00');
  });

  it('are made of a threshold on a slice, by a dimension', async () => {
    const inputs = sentTo<CreateAlertRuleMutationVariables>('CreateAlertRule', {
      createAlertRule: { alertRule: chatRule },
    });
    const { user } = renderApp('/alerts?show=rules');
    await user.click(await screen.findByRole('button', { name: 'Create rule' }));
    const fields = within(await form('New rule'));
    await user.click(fields.getByRole('button', { name: 'Create rule' }));
    expect(await fields.findByText('Give it a name.')).toBeVisible();
    expect(fields.getByText('A number.')).toBeVisible();
    await user.type(fields.getByLabelText(/^Name/), 'Slow');
    await user.selectOptions(fields.getByLabelText('Metric'), 'p95 latency');
    await user.type(fields.getByLabelText(/^Bound, ms/), '4000');
    await user.selectOptions(fields.getByLabelText('Looked at'), 'in the last 15 minutes');
    await user.click(fields.getByRole('button', { name: 'Add filter' }));
    await user.type(fields.getByRole('combobox', { name: 'Feature, one of' }), 'chat{Enter}search{Enter}');
    await user.selectOptions(fields.getByLabelText('An alert for each'), 'Model');
    await user.click(fields.getByRole('checkbox', { name: 'team chat' }));
    await user.click(fields.getByRole('button', { name: 'Create rule' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(inputs).toEqual([
      {
        name: 'Slow',
        condition: {
          threshold: {
            metric: 'P95_LATENCY_MS',
            comparison: 'ABOVE',
            bound: 4000,
            window: { last: 'PT15M' },
          },
        },
        filter: { feature: ['chat', 'search'] },
        groupBy: 'MODEL',
        severity: 'WARNING',
        coolDown: 'PT1H',
        destinationIds: ['destination-2'],
      },
    ]);
  });

  it('are made of a quota, and of a forecast', async () => {
    const inputs = sentTo<CreateAlertRuleMutationVariables>('CreateAlertRule', {
      createAlertRule: { alertRule: chatRule },
    });
    const { user } = renderApp('/alerts?show=rules');
    await user.click(await screen.findByRole('button', { name: 'Create rule' }));
    const quota = within(await form('New rule'));
    await user.type(quota.getByLabelText(/^Name/), 'Quotas');
    await user.selectOptions(quota.getByLabelText('Raise an alert when'), 'A quota is nearly used up');
    expect(quota.queryByRole('group', { name: 'Which calls count' })).not.toBeInTheDocument();
    await user.click(quota.getByRole('combobox', { name: 'Quota' }));
    await user.click(await screen.findByRole('option', { name: 'Search, a month' }));
    await user.selectOptions(quota.getByLabelText('Has reached'), 'its limit');
    await user.click(quota.getByRole('button', { name: 'Create rule' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Create rule' }));
    const forecast = within(await form('New rule'));
    await user.type(forecast.getByLabelText(/^Name/), 'The month');
    await user.selectOptions(
      forecast.getByLabelText('Raise an alert when'),
      'This month’s cost will be above an amount',
    );
    await user.type(forecast.getByLabelText(/^Amount/), '5000');
    await user.click(forecast.getByRole('button', { name: 'Create rule' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(inputs.map(({ condition }) => condition)).toEqual([
      { quota: { quotaId: 'quota-1', status: 'EXCEEDED' } },
      { budgetForecast: { amount: 5000 } },
    ]);
  });

  it('are shown as changed before the server has answered, and as they were when that is refused', async () => {
    const conflict = deferred<undefined>();
    const inputs: object[] = [];
    server.use(
      graphql.mutation<object, UpdateAlertRuleMutationVariables>('UpdateAlertRule', async ({ variables }) => {
        inputs.push(variables.input);
        await conflict.promise;
        return refusal('CONFLICT', 'The rule has version 3.');
      }),
    );
    const { user } = renderApp('/alerts?show=rules');
    await user.click(await screen.findByRole('button', { name: 'Edit Chat is expensive' }));
    const fields = within(await form('Rule'));
    await user.clear(fields.getByLabelText(/^Bound, USD/));
    await user.type(fields.getByLabelText(/^Bound, USD/), '75');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(await row('Chat is expensive')).toHaveTextContent('above $75.00'));
    conflict.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('It has changed meanwhile');
    expect(await row('Chat is expensive')).toHaveTextContent('above $50.00');
    expect(inputs).toMatchObject([{ id: 'rule-1', expectedVersion: 2, filter: chatRule.filter }]);
  });

  it('are switched off, snoozed, woken and deleted', async () => {
    const updates = sentTo<UpdateAlertRuleMutationVariables>('UpdateAlertRule', {
      updateAlertRule: { alertRule: { ...chatRule, enabled: false } },
    });
    const snoozes = sentTo<SnoozeAlertRuleMutationVariables>('SnoozeAlertRule', {
      snoozeAlertRule: { alertRule: chatRule },
    });
    const { user } = renderApp('/alerts?show=rules');
    await user.click(await screen.findByRole('switch', { name: 'Chat is expensive is looked at' }));
    await waitFor(() => expect(updates).toEqual([{ id: 'rule-1', expectedVersion: 2, enabled: false }]));
    await user.click(screen.getByRole('button', { name: 'Snooze Chat is expensive' }));
    const fields = within(await form('Snooze'));
    await user.selectOptions(fields.getByLabelText('For'), 'Until a time');
    await user.click(fields.getByRole('button', { name: 'Snooze' }));
    expect(await fields.findByText('A time to come.')).toBeVisible();
    await user.type(fields.getByLabelText(/^Until, in/), '2098-05-04T09:30');
    await user.click(fields.getByRole('button', { name: 'Snooze' }));
    await waitFor(() => expect(snoozes).toEqual([{ id: 'rule-1', until: '2098-05-04T07:30:00.000Z' }]));
    await user.click(await screen.findByRole('button', { name: 'Wake Fewer calls' }));
    await waitFor(() => expect(snoozes.at(-1)).toEqual({ id: 'rule-2', until: null }));
    await user.click(await screen.findByRole('button', { name: 'Delete Quotas' }));
    server.use(onAlertRules('AlertRules', () => HttpResponse.json({ data: rulesPage([]) })));
    await user.click(await screen.findByRole('button', { name: 'Delete rule' }));
    expect(await screen.findByRole('heading', { name: 'There are no rules yet' })).toBeVisible();
  });
});

describe('the destinations', () => {
  it('are made, and a webhook’s secret is shown once', async () => {
    const inputs = sentTo<CreateAlertDestinationMutationVariables>('CreateAlertDestination', {
      createAlertDestination: { alertDestination: ops, secret: 'whsec_shown_once' },
    });
    const { user } = renderApp('/alerts?show=destinations');
    await user.click(await screen.findByRole('button', { name: 'Add destination' }));
    const fields = within(await form('Destination'));
    await user.type(fields.getByLabelText(/^Name/), 'ops');
    await user.click(fields.getByRole('button', { name: 'Add destination' }));
    expect(await fields.findByText('Say where it is.')).toBeVisible();
    await user.type(fields.getByLabelText(/^Address/), 'https://ops.example.com/tollgate');
    await user.click(fields.getByRole('button', { name: 'Add destination' }));
    expect(await screen.findByLabelText('Signing secret')).toHaveValue('whsec_shown_once');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByLabelText('Signing secret')).not.toBeInTheDocument());
    expect(inputs).toEqual([
      { name: 'ops', target: { webhook: { url: 'https://ops.example.com/tollgate' } } },
    ]);
  });

  it('may be Slack, whose address is a secret, and email', async () => {
    const inputs = sentTo<CreateAlertDestinationMutationVariables>('CreateAlertDestination', {
      createAlertDestination: { alertDestination: ops, secret: null },
    });
    const { user } = renderApp('/alerts?show=destinations');
    await user.click(await screen.findByRole('button', { name: 'Add destination' }));
    const slack = within(await form('Destination'));
    await user.type(slack.getByLabelText(/^Name/), 'chat');
    await user.selectOptions(slack.getByLabelText('Kind'), 'Slack');
    const address = slack.getByLabelText(/^Address of the Slack webhook/);
    expect(address).toHaveAttribute('type', 'password');
    await user.type(address, 'https://hooks.slack.com/services/T0');
    await user.click(slack.getByRole('button', { name: 'Add destination' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Add destination' }));
    const email = within(await form('Destination'));
    await user.type(email.getByLabelText(/^Name/), 'mail');
    await user.selectOptions(email.getByLabelText('Kind'), 'Email');
    await user.type(email.getByLabelText(/^Addresses/), 'a@example.com, b@example.com');
    await user.click(email.getByRole('button', { name: 'Add destination' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(inputs.map(({ target }) => target)).toEqual([
      { slack: { url: 'https://hooks.slack.com/services/T0' } },
      { email: { to: ['a@example.com', 'b@example.com'] } },
    ]);
  });

  it('cannot be left while an answer is awaited', async () => {
    const answer = deferred<undefined>();
    server.use(
      graphql.mutation('CreateAlertDestination', async () => {
        await answer.promise;
        return HttpResponse.json({
          data: { createAlertDestination: { alertDestination: ops, secret: 'whsec_late' } },
        });
      }),
    );
    const { user } = renderApp('/alerts?show=destinations');
    await user.click(await screen.findByRole('button', { name: 'Add destination' }));
    const fields = within(await form('Destination'));
    await user.type(fields.getByLabelText(/^Name/), 'ops');
    await user.type(fields.getByLabelText(/^Address/), 'https://ops.example.com/tollgate');
    await user.click(fields.getByRole('button', { name: 'Add destination' }));
    await waitFor(() => expect(fields.getByRole('button', { name: 'Cancel' })).toBeDisabled());
    await user.keyboard('{Escape}');
    answer.resolve(undefined);
    expect(await screen.findByLabelText('Signing secret')).toHaveValue('whsec_late');
  });

  it('may be tried at the same time', async () => {
    const answers = [deferred<undefined>(), deferred<undefined>()];
    let asked = 0;
    server.use(
      graphql.mutation('TestAlertDestination', async () => {
        await answers[asked++]?.promise;
        return HttpResponse.json({ data: { testAlertDestination: { delivery: givenUp } } });
      }),
    );
    const { user } = renderApp('/alerts?show=destinations');
    const first = await screen.findByRole('button', { name: 'Test ops' });
    const second = screen.getByRole('button', { name: 'Test team chat' });
    await user.click(first);
    await user.click(second);
    expect(first).toBeDisabled();
    expect(second).toBeDisabled();
    answers[0]?.resolve(undefined);
    await waitFor(() => expect(first).toBeEnabled());
    expect(second).toBeDisabled();
    answers[1]?.resolve(undefined);
    await waitFor(() => expect(second).toBeEnabled());
  });

  it('say at the field why an address was not accepted', async () => {
    server.use(
      graphql.mutation('CreateAlertDestination', () =>
        refusal('BAD_USER_INPUT', 'It is in a private network.', 'target.webhook.url'),
      ),
    );
    const { user } = renderApp('/alerts?show=destinations');
    await user.click(await screen.findByRole('button', { name: 'Add destination' }));
    const fields = within(await form('Destination'));
    await user.type(fields.getByLabelText(/^Name/), 'ops');
    await user.type(fields.getByLabelText(/^Address/), 'http://10.0.0.1');
    await user.click(fields.getByRole('button', { name: 'Add destination' }));
    await waitFor(() => expect(fields.getByLabelText(/^Address/)).toBeInvalid());
  });

  it('get a new secret, and keep their address when none is given', async () => {
    const inputs = sentTo<UpdateAlertDestinationMutationVariables>('UpdateAlertDestination', {
      updateAlertDestination: { alertDestination: ops, secret: 'whsec_the_next' },
    });
    const { user } = renderApp('/alerts?show=destinations');
    await user.click(await screen.findByRole('button', { name: 'Edit ops' }));
    const fields = within(await form('Destination'));
    await user.click(fields.getByRole('checkbox', { name: 'Give it a new signing secret' }));
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(await screen.findByLabelText('Signing secret')).toHaveValue('whsec_the_next');
    expect(inputs).toEqual([{ id: 'destination-1', expectedVersion: 1, name: 'ops', rotateSecret: true }]);
  });

  it('are tried, and the page says what became of it', async () => {
    const { user } = renderApp('/alerts?show=destinations');
    await user.click(await screen.findByRole('button', { name: 'Test ops' }));
    expect(await screen.findByText('“ops” has taken the test')).toBeVisible();
    server.use(
      graphql.mutation('TestAlertDestination', () =>
        HttpResponse.json({ data: { testAlertDestination: { delivery: givenUp } } }),
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Test ops' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('“ops” has not taken the test');
    expect(screen.getByRole('alert')).toHaveTextContent('It answered 500.');
  });

  it('are deleted, and the page says when there are none', async () => {
    const { user } = renderApp('/alerts?show=destinations');
    await user.click(await screen.findByRole('button', { name: 'Delete ops' }));
    server.use(
      onAlertDestinations('AlertDestinations', () => HttpResponse.json({ data: destinationsPage([]) })),
    );
    await user.click(await screen.findByRole('button', { name: 'Delete destination' }));
    expect(await screen.findByRole('heading', { name: 'Alerts are told on this page alone' })).toBeVisible();
  });
});

describe('the deliveries', () => {
  it('are listed with what became of them, and delivered again', async () => {
    const inputs = sentTo<ReplayAlertDeliveryMutationVariables>('ReplayAlertDelivery', {
      replayAlertDelivery: { delivery: delivered },
    });
    const { user, where } = renderApp('/alerts?show=deliveries');
    expect(await screen.findByText(/another status than 2xx/)).toBeVisible();
    await user.selectOptions(screen.getByLabelText('What became of it'), 'Delivered');
    await waitFor(() => expect(screen.queryByText(/another status than 2xx/)).not.toBeInTheDocument());
    expect(where()).toBe('/alerts?show=deliveries&status=DELIVERED');
    expect(await row('ops')).toHaveTextContent('RaisedCost of search');
    expect(await row('ops')).toHaveTextContent('Delivered HTTP 2042last 12:00:12 PM');
    await user.click(screen.getByRole('button', { name: 'Replay ops' }));
    await waitFor(() => expect(inputs).toEqual([{ id: 'delivery-1' }]));
  });

  it('are each replayed by itself, and a refusal stays when another succeeds', async () => {
    const answers = { 'delivery-1': deferred<undefined>(), 'delivery-2': deferred<undefined>() };
    server.use(
      graphql.mutation<object, ReplayAlertDeliveryMutationVariables>(
        'ReplayAlertDelivery',
        async ({ variables }) => {
          const { id } = variables.input;
          await answers[id as keyof typeof answers].promise;
          return id === 'delivery-1'
            ? HttpResponse.json({ data: { replayAlertDelivery: { delivery: delivered } } })
            : refusal('FORBIDDEN', 'This needs the scope control:write.');
        },
      ),
    );
    const { user } = renderApp('/alerts?show=deliveries');
    const buttons = await screen.findAllByRole('button', { name: 'Replay ops' });
    for (const button of buttons) {
      await user.click(button);
    }
    buttons.forEach((button) => expect(button).toBeDisabled());
    answers['delivery-2'].resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
    answers['delivery-1'].resolve(undefined);
    await waitFor(() => buttons.forEach((button) => expect(button).toBeEnabled()));
    expect(screen.getByRole('alert')).toHaveTextContent('You may not do this');
  });
});
