import { describe, expect, it } from 'vitest';
import { readView, toQuotaFilter, writeView, type View } from './view';

describe('the view of the quotas', () => {
  it('comes back from its address', () => {
    const view: View = { search: 'a month', scope: 'TEAM', status: 'EXCEEDED' };
    const params = writeView(view);
    expect(params.toString()).toBe('search=a+month&scope=TEAM&status=EXCEEDED');
    expect(readView(params)).toEqual(view);
    expect(toQuotaFilter(view)).toEqual({ search: 'a month', scope: ['TEAM'], status: ['EXCEEDED'] });
  });

  it('leaves out what makes no sense, and asks for all quotas with no filter', () => {
    const all = readView(new URLSearchParams('search=+&scope=toString&status=FINE'));
    expect(all).toEqual({ search: ' ', scope: '', status: '' });
    expect(toQuotaFilter(all)).toBeNull();
  });
});
