import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type {
  CreateQuotaMutationVariables,
  OverrideQuotaMutationVariables,
  QuotasQueryVariables,
} from '@/gql/graphql';
import { deferred } from '@/testing/deferred';
import { watched } from '@/testing/live-server';
import { createdQuota, quotasPage, searchQuota } from '@/testing/quota-fixtures';
import { renderApp } from '@/testing/render-app';
import { onQuotas, refusal, server, signedInWith } from '@/testing/server';

const card = (name: string) => screen.findByRole('listitem', { name });
const form = (name: string) => screen.findByRole('form', { name });

describe('the page of quotas', () => {
  it('shows how much of each limit is used, and where that leads', async () => {
    renderApp('/quotas');
    const search = await card('Search, a month');
    expect(search).toHaveTextContent('Warning');
    expect(search).toHaveTextContent('Team search · Monthly · Blocks');
    const cost = within(search).getByRole('meter', { name: 'Cost of Search, a month' });
    expect(cost).toHaveAttribute('aria-valuenow', '82.5');
    expect(cost).toHaveAttribute(
      'aria-valuetext',
      '$330.00 of $400.00, 82.5%, $440.00 at the end at this rate',
    );
    const production = await card('Production, a day');
    expect(production).toHaveTextContent('API key Production');
    expect(production).toHaveTextContent('Override 20.0K calls until');
    expect(production).toHaveTextContent('“The fair”');
  });

  it('searches and filters, at an address that says so', async () => {
    const asked: QuotasQueryVariables[] = [];
    server.use(
      onQuotas('Quotas', ({ variables }) => {
        asked.push(variables);
        return HttpResponse.json({ data: quotasPage(variables) });
      }),
    );
    const { user, where } = renderApp('/quotas');
    await card('Production, a day');
    await user.type(screen.getByLabelText('Search'), 'Search');
    await user.selectOptions(screen.getByLabelText('Holding for'), 'Team');
    await user.selectOptions(screen.getByLabelText('Status'), 'Used up');
    expect(where()).toBe('/quotas?search=Search&scope=TEAM&status=EXCEEDED');
    await waitFor(() =>
      expect(asked.at(-1)?.filter).toEqual({ search: 'Search', scope: ['TEAM'], status: ['EXCEEDED'] }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('listitem', { name: 'Production, a day' })).not.toBeInTheDocument(),
    );
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(await card('Production, a day')).toBeVisible();
  });

  it('says that none match', async () => {
    renderApp('/quotas?search=no-such-quota');
    expect(await screen.findByRole('heading', { name: 'No quotas match' })).toBeVisible();
    expect(screen.getByLabelText('Search')).toHaveValue('no-such-quota');
  });

  it('shows the history, and how the period would look with other limits', async () => {
    const { user } = renderApp('/quotas');
    await user.click(await screen.findByRole('button', { name: 'Details Search, a month' }));
    const history = within(await screen.findByRole('region', { name: 'History of Search, a month' }));
    expect(history.getByRole('row', { name: /^Oct 1, 2026/ })).toHaveTextContent('120.0%120%5,100');
    const ifSo = within(screen.getByRole('region', { name: 'What if the limits were' }));
    await user.clear(ifSo.getByLabelText('Cost, USD'));
    await user.type(ifSo.getByLabelText('Cost, USD'), '300');
    expect(ifSo.getByRole('status')).toHaveTextContent('Used up');
    expect(ifSo.getByRole('meter', { name: /^Cost/ })).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('110.0%'),
    );
  });

  it('creates a quota', async () => {
    const inputs: object[] = [];
    server.use(
      graphql.mutation<object, CreateQuotaMutationVariables>('CreateQuota', ({ variables }) => {
        inputs.push(variables.input);
        return HttpResponse.json({ data: createdQuota(variables) });
      }),
    );
    const { user } = renderApp('/quotas');
    await user.click(await screen.findByRole('button', { name: 'Create quota' }));
    const fields = within(await form('New quota'));
    await user.click(fields.getByRole('button', { name: 'Create quota' }));
    expect(await fields.findByText('Give it a name.')).toBeVisible();
    expect(fields.getByText('At least one limit.')).toBeVisible();
    await user.selectOptions(fields.getByLabelText('Holds for'), 'API key');
    await user.type(fields.getByRole('combobox', { name: /^Which one/ }), 'Prod');
    await user.click(await screen.findByRole('option', { name: 'Production' }));
    expect(screen.queryByRole('option', { name: 'Staging' })).not.toBeInTheDocument();
    await user.selectOptions(fields.getByLabelText('Period'), 'Daily');
    await user.type(fields.getByLabelText(/^Name/), 'Production');
    await user.type(fields.getByLabelText('Calls'), '5000');
    await user.click(fields.getByRole('button', { name: 'Create quota' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(inputs).toEqual([
      {
        name: 'Production',
        scope: { apiKey: 'key-1' },
        limits: { requests: 5000 },
        period: 'DAILY',
        resetHour: 0,
        mode: 'ALERT',
        warningPercent: 80,
        criticalPercent: 95,
        failOpen: false,
      },
    ]);
  });

  it('creates a rate over a window that rolls, without a limit', async () => {
    const inputs: object[] = [];
    server.use(
      graphql.mutation<object, CreateQuotaMutationVariables>('CreateQuota', ({ variables }) => {
        inputs.push(variables.input);
        return HttpResponse.json({ data: createdQuota(variables) });
      }),
    );
    const { user } = renderApp('/quotas');
    await user.click(await screen.findByRole('button', { name: 'Create quota' }));
    const fields = within(await form('New quota'));
    await user.selectOptions(fields.getByLabelText('Period'), 'Last hour, rolling');
    expect(fields.queryByLabelText('From hour')).not.toBeInTheDocument();
    await user.type(fields.getByLabelText(/^Name/), 'Not too fast');
    await user.type(fields.getByLabelText('At once, at most'), '30');
    await user.click(fields.getByRole('button', { name: 'Create quota' }));
    expect(await fields.findByText('It needs a rate.')).toBeVisible();
    await user.type(fields.getByLabelText('Calls a second'), '10');
    await user.click(fields.getByRole('button', { name: 'Create quota' }));
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
    expect(inputs).toEqual([
      expect.objectContaining({
        limits: {},
        rate: { perSecond: 10, perMinute: null, burst: 30 },
        period: 'ROLLING_HOUR',
      }),
    ]);
  });

  it('shows a rate, and no end of a window that rolls', async () => {
    const rolling = {
      ...searchQuota,
      period: 'ROLLING_DAY' as const,
      rate: { perSecond: 10, perMinute: 6000, burst: 20 },
    };
    server.use(
      onQuotas('Quotas', ({ variables }) => HttpResponse.json({ data: quotasPage(variables, [rolling]) })),
    );
    renderApp('/quotas');
    const search = await card('Search, a month');
    expect(search).toHaveTextContent('Last 24 hours, rolling');
    expect(search).toHaveTextContent('10 a second, 6,000 a minute, 20 at once');
    expect(search).toHaveTextContent('Moves on');
    expect(search).not.toHaveTextContent('at the end');
  });

  it('asks for no limit where a rate is enough', async () => {
    const limits = { totalTokens: null, inputTokens: null, outputTokens: null, requests: null, cost: null };
    const utilization = { ...searchQuota.utilization, status: 'OK' as const, limits: [] };
    const rate = { perSecond: 10, perMinute: null, burst: null };
    const only = { ...searchQuota, limits, rate, utilization };
    server.use(
      onQuotas('Quotas', ({ variables }) => HttpResponse.json({ data: quotasPage(variables, [only]) })),
    );
    const { user } = renderApp('/quotas');
    await user.click(await screen.findByRole('button', { name: 'Details Search, a month' }));
    const ifSo = within(await screen.findByRole('region', { name: 'What if the limits were' }));
    expect(ifSo.getByRole('status')).toHaveTextContent('Within');
    expect(ifSo.queryByText('At least one limit.')).not.toBeInTheDocument();
  });

  it('shows another limit before the server has answered, and takes it back when it is refused', async () => {
    const conflict = deferred<undefined>();
    server.use(
      graphql.mutation('UpdateQuota', async () => {
        await conflict.promise;
        return refusal('CONFLICT', 'The quota has version 5.');
      }),
    );
    const { user } = renderApp('/quotas');
    await user.click(await screen.findByRole('button', { name: 'Edit Search, a month' }));
    const fields = within(await form('Quota'));
    await user.clear(fields.getByLabelText('Cost, USD'));
    await user.type(fields.getByLabelText('Cost, USD'), '330');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(await card('Search, a month')).toHaveTextContent('Used up'));
    conflict.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('It has changed meanwhile');
    expect(await card('Search, a month')).toHaveTextContent('Warning');
  });

  it('overrides limits for a while', async () => {
    const inputs: object[] = [];
    server.use(
      graphql.mutation<object, OverrideQuotaMutationVariables>('OverrideQuota', ({ variables }) => {
        inputs.push(variables.input);
        return HttpResponse.json({ data: { overrideQuota: { quota: searchQuota } } });
      }),
    );
    const { user } = renderApp('/quotas');
    await user.click(await screen.findByRole('button', { name: 'Override Search, a month' }));
    const fields = within(await form('Override'));
    await user.click(fields.getByRole('button', { name: 'Override' }));
    expect(await fields.findByText('Say why.')).toBeVisible();
    await user.type(fields.getByLabelText(/^Last day/), '2098-05-04');
    await user.type(fields.getByLabelText(/^Reason/), 'Launch');
    await user.click(fields.getByRole('button', { name: 'Override' }));
    await waitFor(() =>
      expect(inputs).toEqual([
        {
          id: 'quota-1',
          limits: { totalTokens: 100_000_000, cost: 400 },
          expiresAt: '2098-05-04T22:00:00.000Z',
          reason: 'Launch',
        },
      ]),
    );
  });

  it('deletes a quota at once, and brings it back when that is refused', async () => {
    const refused = deferred<undefined>();
    server.use(
      graphql.mutation('DeleteQuota', async () => {
        await refused.promise;
        return refusal('FORBIDDEN', 'This needs the scope control:write.');
      }),
    );
    const { user } = renderApp('/quotas');
    await user.click(await screen.findByRole('button', { name: 'Delete Search, a month' }));
    await user.click(await screen.findByRole('button', { name: 'Delete quota' }));
    await waitFor(() =>
      expect(screen.queryByRole('listitem', { name: 'Search, a month' })).not.toBeInTheDocument(),
    );
    refused.resolve(undefined);
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this');
    expect(await card('Search, a month')).toBeVisible();
  });

  it('asks again when a quota crosses a threshold', async () => {
    renderApp('/quotas');
    expect(await card('Search, a month')).toHaveTextContent('Warning');
    const crossings = await watched('QuotaCrossings');
    const utilization = { ...searchQuota.utilization, status: 'EXCEEDED' as const };
    server.use(
      onQuotas('Quotas', ({ variables }) =>
        HttpResponse.json({ data: quotasPage(variables, [{ ...searchQuota, utilization }]) }),
      ),
    );
    crossings.next({ quotaStatusChanged: { quotaId: 'quota-1' } });
    await waitFor(async () => expect(await card('Search, a month')).toHaveTextContent('Used up'));
  });

  it('offers no changes to those who may only read', async () => {
    signedInWith(['CONTROL_READ', 'USAGE_READ']);
    renderApp('/quotas');
    expect(await card('Search, a month')).toBeVisible();
    expect(screen.getAllByRole('button', { name: /^Details/ })).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /Create|Edit|Override|Delete/ })).not.toBeInTheDocument();
  });

  it('says that there are none, and when they cannot be read', async () => {
    server.use(
      onQuotas('Quotas', () => refusal('FORBIDDEN', 'This needs the scope control:read.'), { once: true }),
      onQuotas('Quotas', ({ variables }) => HttpResponse.json({ data: quotasPage(variables, []) })),
    );
    const { user } = renderApp('/quotas');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'There are no quotas yet' })).toBeVisible();
  });
});
