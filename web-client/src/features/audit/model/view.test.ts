import { describe, expect, it } from 'vitest';
import { everything, readView, toAuditFilter, viewPath } from './view';

describe('the view of the audit log', () => {
  it('comes back from its address', () => {
    const view = { ...everything, from: '2026-11-01', action: 'createApiKey', outcome: 'REFUSED' as const };
    expect(viewPath(view)).toBe('?from=2026-11-01&action=createApiKey&outcome=REFUSED');
    expect(readView(new URLSearchParams(viewPath(view)))).toEqual(view);
  });

  it('leaves out what makes no sense', () => {
    expect(readView(new URLSearchParams('from=yesterday&outcome=MAYBE&action=%20'))).toEqual(everything);
  });

  it('asks for whole days of the organization', () => {
    const view = { ...everything, from: '2026-10-24', to: '2026-10-25' };
    expect(toAuditFilter(view, 'Europe/Berlin')).toEqual({
      from: '2026-10-23T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
  });

  it('asks for everything with no filter', () => {
    expect(toAuditFilter(everything, 'UTC')).toBeNull();
  });
});
