import { describe, expect, it } from 'vitest';
import { everything, readView, toFilter, writeView, type View } from './view';

describe('the view of the organizations', () => {
  it('comes back from its address', () => {
    const view: View = { search: 'acme', status: 'SUSPENDED' };
    const params = writeView(view);
    expect(params.toString()).toBe('search=acme&status=SUSPENDED');
    expect(readView(params)).toEqual(view);
    expect(toFilter(view)).toEqual({ search: 'acme', status: 'SUSPENDED' });
  });

  it('leaves out what makes no sense', () => {
    expect(readView(new URLSearchParams('status=ASLEEP'))).toEqual(everything);
  });

  it('asks for all of them with no filter', () => {
    expect(toFilter({ ...everything, search: ' ' })).toEqual({ search: null, status: null });
  });
});
