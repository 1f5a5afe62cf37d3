import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { OverviewQueryVariables } from '@/gql/graphql';
import { emptyComparison, overview } from '@/testing/fixtures';
import { tick } from '@/testing/live-fixtures';
import { liveServer, watched } from '@/testing/live-server';
import { renderApp } from '@/testing/render-app';
import { onOverview, server } from '@/testing/server';

function figure(name: string): HTMLElement {
  const figures = within(screen.getByRole('region', { name: 'Key figures' }));
  const card = figures.getByText(name).parentElement;
  if (card === null) {
    throw new Error(`There is no card ${name}.`);
  }
  return card;
}

const status = () => screen.getByRole('status', { name: 'Key figures are' });

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

describe('the key figures', () => {
  it('go on from where they were read, exactly and without asking again', async () => {
    const asked = recordRequests();
    renderApp('/');
    const ticks = await watched('OverviewTicks', { after: 'at-the-overview' });
    await waitFor(() => expect(status()).toHaveTextContent('Live'));
    ticks.next({
      usageTicks: tick({ metrics: { requests: 880, errors: 151, totalTokens: 1_000_001, cost: 0.1 } }),
    });
    ticks.next({
      usageTicks: tick({ sequence: 2, metrics: { requests: 0, errors: 0, totalTokens: 0, cost: 0.2 } }),
    });
    await waitFor(() => expect(figure('Cost')).toHaveTextContent('$413.170244'));
    expect(figure('Requests')).toHaveTextContent('47,000');
    expect(figure('Tokens')).toHaveTextContent('65,310,443');
    expect(figure('Error rate')).toHaveTextContent('2.1277%');
    expect(figure('Error rate')).toHaveTextContent('better');
    expect(screen.getByText('+880 calls')).toBeInTheDocument();
    expect(asked).toHaveLength(1);
  });

  it('leave alone what does not add up', async () => {
    renderApp('/');
    const ticks = await watched('OverviewTicks');
    const before = [figure('p95 latency').textContent, figure('Active users').textContent];
    ticks.next({ usageTicks: tick() });
    await waitFor(() => expect(figure('Requests')).toHaveTextContent('46,121'));
    expect([figure('p95 latency').textContent, figure('Active users').textContent]).toEqual(before);
  });

  it('watch what the page is filtered by', async () => {
    renderApp('/?model=gpt-5.5');
    const ticks = await watched('OverviewTicks');
    expect(ticks.variables['filter']).toEqual({ model: ['gpt-5.5'] });
  });

  it('stand still while paused, and then catch up from there', async () => {
    const { user } = renderApp('/');
    const ticks = await watched('OverviewTicks');
    ticks.next({ usageTicks: tick({ sequence: 5 }) });
    await waitFor(() => expect(figure('Requests')).toHaveTextContent('46,121'));
    await user.click(screen.getByRole('button', { name: 'Pause live figures' }));
    expect(status()).toHaveTextContent('Paused');
    await waitFor(() => expect(liveServer.watching('OverviewTicks')).toHaveLength(0));
    await user.click(screen.getByRole('button', { name: 'Resume live figures' }));
    const resumed = await watched('OverviewTicks', { after: 'at-5' });
    resumed.next({ usageTicks: tick({ sequence: 9, sinceSequence: 5 }) });
    await waitFor(() => expect(figure('Requests')).toHaveTextContent('46,122'));
    expect(status()).toHaveTextContent('Live');
  });

  it('go on after a lost connection', async () => {
    renderApp('/');
    const ticks = await watched('OverviewTicks');
    ticks.next({ usageTicks: tick({ sequence: 5 }) });
    await waitFor(() => expect(figure('Requests')).toHaveTextContent('46,121'));
    liveServer.drop(1012);
    await waitFor(() => expect(status()).toHaveTextContent('Reconnecting'));
    const resumed = await watched('OverviewTicks', { after: 'at-5' });
    resumed.next({ usageTicks: tick({ sequence: 9, sinceSequence: 5 }) });
    await waitFor(() => expect(figure('Requests')).toHaveTextContent('46,122'));
  });

  it('are read again when what was missed can no longer be added', async () => {
    const asked = recordRequests();
    renderApp('/');
    const ticks = await watched('OverviewTicks');
    ticks.next({ usageTicks: tick({ kind: 'RESET', sequence: 90, sinceSequence: 90 }) });
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(figure('Requests')).toHaveTextContent('46,120');
  });

  it('stand as they are for a period that has ended', async () => {
    renderApp('/?from=2026-10-24&to=2026-10-25');
    await screen.findByRole('link', { name: 'gpt-5.5' });
    expect(screen.queryByRole('status', { name: 'Key figures are' })).not.toBeInTheDocument();
    expect(liveServer.watching('OverviewTicks')).toHaveLength(0);
  });

  it('end when the server says so, and can be read again', async () => {
    const { user } = renderApp('/');
    const ticks = await watched('OverviewTicks');
    ticks.fail('RATE_LIMITED', 'Too many streams.');
    await waitFor(() => expect(status()).toHaveTextContent('Ended'));
    await user.click(screen.getByRole('button', { name: 'Read the figures again' }));
    await watched('OverviewTicks');
    await waitFor(() => expect(status()).toHaveTextContent('Live'));
  });

  it('tell of the first calls where there were none', async () => {
    const asked = recordRequests();
    server.use(
      onOverview(
        'Overview',
        ({ variables }) =>
          HttpResponse.json({ data: overview(variables, { comparison: emptyComparison() }) }),
        { once: true },
      ),
    );
    const { user } = renderApp('/');
    await screen.findByRole('heading', { name: 'No calls in this period' });
    const ticks = await watched('OverviewTicks');
    ticks.next({ usageTicks: tick() });
    await screen.findByRole('heading', { name: 'Calls are coming in' });
    await user.click(screen.getByRole('button', { name: 'Show them' }));
    expect(await screen.findByRole('heading', { name: 'By model' })).toBeVisible();
    expect(asked).toHaveLength(1);
  });
});
