import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { OverviewQueryVariables } from '@/gql/graphql';
import { emptyComparison, overview } from '@/testing/fixtures';
import { renderApp } from '@/testing/render-app';
import { onOverview, server, signedInWith } from '@/testing/server';

/** Notes what the page asks for. */
function recordRequests(): OverviewQueryVariables[] {
  const asked: OverviewQueryVariables[] = [];
  server.use(
    onOverview('Overview', ({ variables }) => {
      asked.push(variables);
      return HttpResponse.json({ data: overview(variables) });
    }),
  );
  return asked;
}

describe('the overview', () => {
  it('says whose usage it is to whom only their own is shown', async () => {
    signedInWith(['USAGE_WRITE', 'GATEWAY_CALL']);
    renderApp('/');
    expect(await screen.findByText(/^The usage of/)).toHaveTextContent(
      'The usage of your API keys, and of no others.',
    );
  });

  it('asks once for the whole page', async () => {
    const asked = recordRequests();
    renderApp('/');
    expect(await screen.findByRole('link', { name: 'gpt-5.5' })).toBeVisible();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ range: { last: 'P7D' }, filter: null, by: ['MODEL'], calls: false });
  });

  it('shows each figure with its change, and says whether that is good', async () => {
    renderApp('/');
    const figures = await screen.findByRole('region', { name: 'Key figures' });
    expect(await within(figures).findByText('$412.87')).toBeVisible();
    expect(figures).toHaveTextContent('+6.4%worse');
    expect(figures).toHaveTextContent('-20%better');
    expect(within(figures).getByText('64,310,442')).toBeInTheDocument();
  });

  it('judges nothing against a period without calls', async () => {
    const before = { ...emptyComparison(), REQUESTS: { ...emptyComparison().REQUESTS, current: 3 } };
    server.use(
      onOverview('Overview', ({ variables }) =>
        HttpResponse.json({ data: overview(variables, { comparison: before }) }),
      ),
    );
    renderApp('/');
    expect(await screen.findAllByText('no calls before')).toHaveLength(6);
  });

  it('takes a latency that nobody reported for unknown, not for zero', async () => {
    const nothing = {
      ...emptyComparison(),
      REQUESTS: { ...emptyComparison().REQUESTS, current: 3, baseline: 3 },
    };
    server.use(
      onOverview('Overview', ({ variables }) =>
        HttpResponse.json({
          data: overview(variables, {
            comparison: nothing,
            metrics: { errors: 0, unpricedRequests: 0, latency: null },
          }),
        }),
      ),
    );
    renderApp('/');
    const figures = await screen.findByRole('region', { name: 'Key figures' });
    expect(await within(figures).findByText('not reported')).toBeVisible();
    expect(figures).not.toHaveTextContent('0 ms');
  });

  it('drills from a row to the next dimension, and back', async () => {
    const asked = recordRequests();
    const { user, router, where } = renderApp('/');
    await user.click(await screen.findByRole('link', { name: 'gpt-5.5' }));
    const heading = await screen.findByRole('heading', { name: 'By feature' });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(where()).toBe('/?model=gpt-5.5&by=FEATURE');
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({ filter: { model: ['gpt-5.5'] }, by: ['FEATURE'] }),
    );
    await router.navigate(-1);
    expect(await screen.findByRole('heading', { name: 'By model' })).toBeVisible();
  });

  it('adds a filter by name', async () => {
    const { user, where } = renderApp('/?model=gpt-5.5');
    await user.click(await screen.findByRole('button', { name: 'Add filter' }));
    const form = await screen.findByRole('dialog', { name: 'Add filter' });
    await user.selectOptions(within(form).getByLabelText('Dimension'), 'User');
    await user.type(within(form).getByLabelText('Value'), 'u-1');
    await user.click(within(form).getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(where()).toBe('/?model=gpt-5.5&user=u-1'));
  });

  it('removes a filter', async () => {
    const { user, where } = renderApp('/?model=gpt-5.5&unattributed=TEAM&by=FEATURE');
    await user.click(await screen.findByRole('button', { name: 'Remove filter Team: not attributed' }));
    await waitFor(() => expect(where()).toBe('/?model=gpt-5.5&by=FEATURE'));
    await waitFor(() =>
      expect(screen.getByRole('list', { name: 'Filters' })).toHaveTextContent(/^Model: gpt-5\.5$/),
    );
  });

  it('shows the name of an API key in place of its id', async () => {
    renderApp('/?apiKey=QXBpS2V5OjE%3D');
    expect(await screen.findByRole('button', { name: 'Remove filter API key: Production' })).toBeVisible();
  });

  it('orders by a column and says so', async () => {
    const asked = recordRequests();
    const { user } = renderApp('/');
    const order = () => screen.getByRole('columnheader', { name: 'Cost' }).getAttribute('aria-sort');
    await user.click(await screen.findByRole('button', { name: 'Cost' }));
    await waitFor(() => expect(order()).toBe('descending'));
    await user.click(screen.getByRole('button', { name: 'Cost' }));
    await waitFor(() => expect(order()).toBe('ascending'));
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ orderBy: 'COST', direction: 'ASC' }));
  });

  it('asks for a custom period in whole days of the organization', async () => {
    const asked = recordRequests();
    const { user } = renderApp('/?from=2026-10-24&to=2026-10-25');
    await screen.findByRole('link', { name: 'gpt-5.5' });
    expect(asked[0]?.range).toEqual({
      between: { from: '2026-10-23T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' },
    });
    await user.click(screen.getByRole('radio', { name: '24 h' }));
    await waitFor(() => expect(asked.at(-1)?.range).toEqual({ last: 'PT24H' }));
  });

  it('shows single calls, and more of them', async () => {
    const { user } = renderApp('/?show=calls');
    const table = await screen.findByRole('region', { name: 'Single calls' });
    expect(within(table).getAllByRole('row')).toHaveLength(26);
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('All 30 calls')).toBeVisible();
    expect(within(table).getAllByRole('row')).toHaveLength(31);
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('shows the trend as a table, of the metric chosen', async () => {
    const asked = recordRequests();
    const { user } = renderApp('/');
    await screen.findByRole('link', { name: 'gpt-5.5' });
    await user.selectOptions(screen.getByLabelText('Metric of the trend'), 'p95 latency');
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(await screen.findByRole('region', { name: 'p95 latency over time' })).toBeVisible();
    expect(asked.at(-1)).toMatchObject({ metric: 'P95_LATENCY_MS', latencyTrend: true, userTrend: false });
  });

  it('says that there is nothing, and what to do', async () => {
    server.use(
      onOverview('Overview', ({ variables }) =>
        HttpResponse.json({ data: overview(variables, { comparison: emptyComparison() }) }),
      ),
    );
    const { user, where } = renderApp('/?model=none');
    expect(await screen.findByRole('heading', { name: 'No calls match these filters' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('heading', { name: 'No calls in this period' })).toBeVisible();
    expect(where()).toBe('/');
  });

  it('explains a failure with code and reference, and tries again', async () => {
    server.use(
      onOverview(
        'Overview',
        () =>
          HttpResponse.json({
            errors: [{ message: 'Broken.', extensions: { code: 'INTERNAL', reference: 'r-17' } }],
          }),
        { once: true },
      ),
    );
    const { user } = renderApp('/');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('INTERNAL');
    expect(alert).toHaveTextContent('r-17');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'gpt-5.5' })).toBeVisible();
  });

  it('credits the demo data', async () => {
    renderApp('/');
    expect(await screen.findByRole('link', { name: 'Azure LLM inference trace 2023' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'CC-BY-4.0' })).toBeVisible();
  });
});

describe('an address that leads nowhere', () => {
  it('says so', async () => {
    renderApp('/nowhere');
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible();
  });
});
