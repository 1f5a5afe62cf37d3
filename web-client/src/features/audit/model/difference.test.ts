import { describe, expect, it } from 'vitest';
import { difference } from './difference';

describe('the difference', () => {
  it('has the fields that changed, and no others', () => {
    expect(difference({ name: 'a', revokedAt: null, n: 1 }, { name: 'a', revokedAt: 'now', n: 2 })).toEqual([
      { field: 'revokedAt', before: null, after: 'now' },
      { field: 'n', before: '1', after: '2' },
    ]);
  });

  it('has all fields of what is new, and of what is gone', () => {
    expect(difference(null, { scopes: ['ADMIN'] })).toEqual([
      { field: 'scopes', before: null, after: '["ADMIN"]' },
    ]);
    expect(difference({ limit: 5 }, null)).toEqual([{ field: 'limit', before: '5', after: null }]);
  });

  it('is empty when nothing is known', () => {
    expect(difference(null, null)).toEqual([]);
  });

  it('takes what is no object as a whole', () => {
    expect(difference('on', 'off')).toEqual([{ field: 'value', before: 'on', after: 'off' }]);
  });
});
