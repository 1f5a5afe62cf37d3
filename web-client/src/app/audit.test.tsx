import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { AuditLogQueryVariables, VerifyAuditLogQuery } from '@/gql/graphql';
import { auditLogPage, verified } from '@/testing/control-fixtures';
import { renderApp } from '@/testing/render-app';
import { onAuditLog, refusal, server, signedInWith } from '@/testing/server';

function recordRequests(): AuditLogQueryVariables[] {
  const asked: AuditLogQueryVariables[] = [];
  server.use(
    onAuditLog('AuditLog', ({ variables }) => {
      asked.push(variables);
      return HttpResponse.json({ data: auditLogPage(variables) });
    }),
  );
  return asked;
}

const entries = async () =>
  within(await screen.findByRole('list', { name: 'Entries' })).findAllByRole('listitem');

describe('the audit log', () => {
  it('tells who did what to what, when, why and from where', async () => {
    renderApp('/audit');
    const [newest, refused, oldest] = await entries();
    expect(newest).toHaveTextContent('revokeApiKeyApiKey 019aa4b6-4500Olive Owner192.0.2.7');
    expect(newest).toHaveTextContent('“Found in a public repository”');
    expect(refused).toHaveTextContent('createApiKeyRefusedAPI key Reports');
    expect(oldest).toHaveTextContent('Tollgate');
    expect(screen.getByText('All 3 entries')).toBeVisible();
  });

  it('shows what differs, and nothing else', async () => {
    const { user } = renderApp('/audit');
    const [newest] = await entries();
    const changes = within(newest as HTMLElement);
    await user.click(changes.getByText('1 field: revokedAt'));
    expect(changes.getByRole('row', { name: 'revokedAt none 2026-11-22T11:58:12Z' })).toBeVisible();
    expect(changes.queryByRole('rowheader', { name: 'name' })).not.toBeInTheDocument();
  });

  it('filters, at an address that says so', async () => {
    const asked = recordRequests();
    const { user, where } = renderApp('/audit');
    await entries();
    await user.type(screen.getByLabelText('Action'), 'createApiKey');
    await user.selectOptions(screen.getByLabelText('Outcome'), 'Refused');
    await user.selectOptions(screen.getByLabelText('Actor'), 'Olive Owner');
    await user.type(screen.getByLabelText('From'), '2026-11-22');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(where()).toBe('/audit?from=2026-11-22&action=createApiKey&outcome=REFUSED&actor=account-1'),
    );
    await waitFor(() =>
      expect(asked.at(-1)?.filter).toEqual({
        from: '2026-11-21T23:00:00.000Z',
        actions: ['createApiKey'],
        outcome: 'REFUSED',
        actor: 'account-1',
      }),
    );
    await waitFor(async () => expect(await entries()).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(where()).toBe('/audit'));
    expect(screen.getByLabelText('Action')).toHaveValue('');
  });

  it('leads from an entry to all that was done by its actor, or to its target', async () => {
    const { user, where } = renderApp('/audit');
    const [newest] = await entries();
    await user.click(within(newest as HTMLElement).getByRole('link', { name: 'Olive Owner' }));
    await waitFor(() => expect(where()).toBe('/audit?actor=account-1'));
    const [again] = await entries();
    await user.click(within(again as HTMLElement).getByRole('link', { name: 'ApiKey 019aa4b6-4500' }));
    await waitFor(() =>
      expect(where()).toBe('/audit?actor=account-1&targetType=ApiKey&targetId=019aa4b6-4500'),
    );
    expect(screen.getByLabelText('Target type')).toHaveValue('ApiKey');
  });

  it('says that nothing fits', async () => {
    renderApp('/audit?action=nothing-like-it');
    expect(await screen.findByRole('heading', { name: 'No entries match these filters' })).toBeVisible();
  });

  it('verifies the log on demand', async () => {
    server.use(
      graphql.query<VerifyAuditLogQuery>('VerifyAuditLog', () => HttpResponse.json({ data: verified }), {
        once: true,
      }),
      graphql.query<VerifyAuditLogQuery>('VerifyAuditLog', () => {
        const { organization } = verified;
        const auditVerification = { ...organization.auditVerification, intact: false, brokenAt: 2 };
        return HttpResponse.json({ data: { organization: { ...organization, auditVerification } } });
      }),
    );
    const { user } = renderApp('/audit');
    await user.click(await screen.findByRole('button', { name: 'Verify the log' }));
    expect(await screen.findByText('Verified: 3 entries, none changed')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Verify again' }));
    expect(await screen.findByText('Not as it was written, from entry 2 on')).toBeVisible();
  });

  it('lets only administrators verify it', async () => {
    signedInWith(['CONTROL_READ', 'CONTROL_WRITE']);
    renderApp('/audit');
    await entries();
    expect(screen.queryByRole('button', { name: 'Verify the log' })).not.toBeInTheDocument();
  });

  it('says why it cannot be read', async () => {
    server.use(onAuditLog('AuditLog', () => refusal('UNAVAILABLE', 'The database is away.')));
    renderApp('/audit');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
  });
});
