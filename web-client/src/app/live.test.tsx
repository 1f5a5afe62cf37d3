import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { counts, item, past, rows, tick } from '@/testing/live-fixtures';
import { liveServer, watched } from '@/testing/live-server';
import { renderApp } from '@/testing/render-app';
import { onLive, server } from '@/testing/server';

afterEach(() => {
  liveServer.refuseWith = null;
});

/** Opens the page and waits until it watches everything. */
async function open(address = '/live') {
  const app = renderApp(address);
  const models = await watched('LiveTicks', { by: 'MODEL' });
  const features = await watched('LiveTicks', { by: 'FEATURE' });
  const calls = await watched('LiveCalls');
  await screen.findByRole('heading', { name: 'Live', level: 1 });
  return { ...app, models, features, calls };
}

const status = () => screen.getByRole('status');

/** The row of the totals, as text: its name, the window, since the page was opened. */
function totals(name: string): string[] {
  const row = within(screen.getByRole('region', { name: 'Totals' })).getByRole('row', {
    name: new RegExp(`^${name}`),
  });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

/** The names of a ranking, first to last. */
function ranking(title: string): string[] {
  return within(screen.getByRole('region', { name: title }))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);
}

const tail = () => screen.getByRole('region', { name: 'Calls as they come in' });
const tailRows = () => within(tail()).queryAllByRole('row').slice(1);

describe('the live page', () => {
  it('asks once for what was before, and watches from there', async () => {
    let asked = 0;
    server.use(
      onLive('Live', () => {
        asked++;
        return HttpResponse.json({ data: past() });
      }),
    );
    const { models, features, calls } = await open();
    expect(models.variables['after']).toBe('at-opening');
    expect(features.variables['after']).toBe('at-opening');
    expect(calls.variables['after']).toBe('at-opening');
    await waitFor(() => expect(status()).toHaveTextContent('Live'));
    expect(asked).toBe(1);
  });

  it('adds ticks to the window, and up since it was opened', async () => {
    const { models } = await open();
    await waitFor(() => expect(totals('Requests')).toEqual(['900', '0']));
    models.next({ usageTicks: tick({ sequence: 5, metrics: counts(30, 3) }) });
    models.next({ usageTicks: tick({ sequence: 9, sinceSequence: 5, metrics: counts(10) }) });
    await waitFor(() => expect(totals('Requests')).toEqual(['940', '40']));
    expect(totals('Tokens')).toEqual(['940,000', '40,000']);
    expect(totals('Cost')[1]).toContain('$0.10');
    expect(totals('Error rate')[1]).toContain('7.5%');
  });

  it('projects the running minute and holds it against the last one', async () => {
    const { models } = await open();
    models.next({
      usageTicks: tick({
        from: '2026-11-22T12:00:19.800Z',
        to: '2026-11-22T12:00:20Z',
        metrics: counts(30),
      }),
    });
    const rate = await screen.findByRole('region', { name: 'Requests per minute' });
    await waitFor(() => expect(rate).toHaveTextContent(/30 in 2\d s, after 60 in the last minute/));
    expect(rate).toHaveTextContent('%');
  });

  it('chooses another length of time without asking again, in the address', async () => {
    const { user, where } = await open();
    await waitFor(() => expect(totals('Requests')[0]).toBe('900'));
    await user.click(screen.getByRole('radio', { name: '5 min' }));
    await waitFor(() => expect(totals('Requests')[0]).toBe('300'));
    expect(where()).toBe('/live?minutes=5');
  });

  it('ranks anew as calls come in', async () => {
    const { models, features } = await open('/live?minutes=5');
    await waitFor(() =>
      expect(ranking('Top models')).toEqual([
        'gpt-5.5',
        'claude-sonnet-4-5',
        'gemini-3.1-pro-preview',
        'gpt-5.5-mini',
      ]),
    );
    models.next({ usageTicks: tick({ metrics: counts(500), rows: rows({ 'gpt-5.5-mini': 500 }) }) });
    features.next({ usageTicks: tick({ metrics: counts(500), rows: rows({ moderation: 500 }) }) });
    await waitFor(() => expect(ranking('Top models')[0]).toBe('gpt-5.5-mini'));
    await waitFor(() => expect(ranking('Top features')[0]).toBe('moderation'));
    expect(totals('Requests')[1]).toBe('500');
  });

  it('says when calls of other nodes come later than usual', async () => {
    const { models } = await open();
    models.next({ usageTicks: tick({ degraded: true }) });
    await waitFor(() => expect(status()).toHaveTextContent('Degraded'));
    models.next({ usageTicks: tick({ kind: 'HEARTBEAT', sinceSequence: 1, metrics: counts(0) }) });
    await waitFor(() => expect(status()).toHaveTextContent('Live'));
  });
});

describe('a lost connection', () => {
  it('is made again; each stream goes on where it was, and nothing is missed', async () => {
    const { models, features, calls } = await open();
    models.next({ usageTicks: tick({ sequence: 5, metrics: counts(30) }) });
    features.next({ usageTicks: tick({ sequence: 4 }) });
    calls.next({ usageEvents: item(17) });
    await waitFor(() => expect(totals('Requests')[1]).toBe('30'));

    liveServer.drop(1012, 'Restarting');
    await waitFor(() => expect(status()).toHaveTextContent('Reconnecting'));
    expect(status()).toHaveTextContent('The server said: “Restarting”');
    const resumed = await watched('LiveTicks', { by: 'MODEL', after: 'at-5' });
    await watched('LiveTicks', { by: 'FEATURE', after: 'at-4' });
    await watched('LiveCalls', { after: 'call-17' });

    resumed.next({
      usageTicks: tick({
        sequence: 12,
        sinceSequence: 5,
        from: '2026-11-22T12:00:00.400Z',
        to: '2026-11-22T12:00:04Z',
        metrics: counts(12),
      }),
    });
    await waitFor(() => expect(status()).toHaveTextContent('Nothing was missed: 12 calls'));
    expect(totals('Requests')[1]).toBe('42');
  });

  it('that was away for too long is counted again from where it was lost', async () => {
    const { models } = await open();
    models.next({ usageTicks: tick({ sequence: 5, metrics: counts(30) }) });
    await waitFor(() => expect(totals('Requests')[1]).toBe('30'));
    liveServer.drop(1006);
    const resumed = await watched('LiveTicks', { by: 'MODEL', after: 'at-5' });
    resumed.next({
      usageTicks: tick({
        kind: 'RESET',
        sequence: 90,
        sinceSequence: 90,
        from: '2026-11-22T12:00:00Z',
        to: '2026-11-22T12:07:00Z',
        metrics: counts(700),
        rows: rows({ 'gpt-5.5': 700 }),
      }),
    });
    await waitFor(() => expect(totals('Requests')[1]).toBe('700'));
    expect(status()).toHaveTextContent('Away for too long');
  });

  it('that cost commits says so, and offers to count again', async () => {
    const { user, models } = await open();
    models.next({ usageTicks: tick({ sequence: 5 }) });
    models.next({ usageTicks: tick({ sequence: 9, sinceSequence: 7 }) });
    await waitFor(() => expect(status()).toHaveTextContent('2 commits are missing in these numbers'));
    await user.click(screen.getByRole('button', { name: 'Count again' }));
    await waitFor(() => expect(status()).not.toHaveTextContent('missing'));
  });

  it('is not made again when the right to watch is gone', async () => {
    liveServer.refuseWith = 4403;
    const { user } = renderApp('/live');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not watch this');
    expect(alert).toHaveTextContent('CLOSED_4403');
    expect(status()).toHaveTextContent('Ended');
    liveServer.refuseWith = null;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(status()).toHaveTextContent('Live'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('leads to signing in when the session has ended', async () => {
    await open();
    liveServer.drop(4401, 'Unauthorized');
    expect(await screen.findByRole('heading', { name: 'Sign in to Tollgate' })).toBeVisible();
  });

  it('differs from a stream that the server ends, and says why', async () => {
    const { models } = await open();
    models.fail('FORBIDDEN', 'The key was revoked.');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The key was revoked.');
    expect(status()).toHaveTextContent('Ended');
  });

  it('differs from a stream that the server completes', async () => {
    const { calls } = await open();
    calls.complete();
    expect(await screen.findByRole('alert')).toHaveTextContent('The stream has ended');
  });
});

describe('the tail', () => {
  it('shows calls as they come in, the newest first', async () => {
    const { calls } = await open();
    calls.next({ usageEvents: item(1, { model: 'older' }) });
    calls.next({ usageEvents: item(2, { model: 'newer' }) });
    await waitFor(() => expect(tailRows()).toHaveLength(2));
    expect(tailRows()[0]).toHaveTextContent('newer');
  });

  it('keeps no more than can be looked at', async () => {
    const { calls } = await open();
    for (let number = 1; number <= 230; number++) {
      calls.next({ usageEvents: item(number) });
    }
    await waitFor(() => expect(within(tail()).getByRole('table')).toHaveAttribute('aria-rowcount', '201'));
    expect(tailRows().length).toBeLessThan(30);
    expect(tailRows()[0]).toHaveTextContent('604');
  });

  it('stands still while paused, tells how many came, and then shows them', async () => {
    const { user, calls } = await open();
    calls.next({ usageEvents: item(1) });
    await waitFor(() => expect(tailRows()).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    calls.next({ usageEvents: item(2) });
    calls.next({ usageEvents: item(3) });
    const resume = await screen.findByRole('button', { name: 'Resume · 2 new' });
    expect(tailRows()).toHaveLength(1);
    await user.click(resume);
    await waitFor(() => expect(tailRows()).toHaveLength(3));
  });

  it('asks for one model only from where it was, and keeps that in the address', async () => {
    const { user, where, calls } = await open();
    calls.next({ usageEvents: item(1) });
    calls.next({ usageEvents: item(2, { model: 'gpt-5.5-mini' }) });
    await waitFor(() => expect(tailRows()).toHaveLength(2));
    await user.selectOptions(screen.getByLabelText('Model'), 'gpt-5.5-mini');
    expect(where()).toBe('/live?model=gpt-5.5-mini');
    await waitFor(() => expect(tailRows()).toHaveLength(1));
    const narrowed = await watched('LiveCalls', { after: 'call-2' });
    expect(narrowed.variables['filter']).toEqual({ model: ['gpt-5.5-mini'] });
  });

  it('leaves out what does not match the status and the text of the address', async () => {
    const { calls } = await open('/live?status=ERROR&text=LIMIT');
    calls.next({ usageEvents: item(1) });
    calls.next({ usageEvents: item(2, { status: 'ERROR', errorCode: 'timeout' }) });
    calls.next({ usageEvents: item(3, { status: 'ERROR', errorCode: 'rate_limit_exceeded' }) });
    await waitFor(() => expect(tailRows()).toHaveLength(1));
    expect(tailRows()[0]).toHaveTextContent('rate_limit_exceeded');
  });

  it('says when each call stands for several', async () => {
    const { calls } = await open();
    calls.next({ usageEvents: item(1, {}, 5) });
    expect(await screen.findByText(/each stands for 5 calls/)).toBeVisible();
  });
});
