import { describe, expect, it } from 'vitest';
import { problemsOf, seenRevision, toPrice } from './own-price';

const draft = { input: '1.25', output: '10', cacheRead: '', cacheWrite: '0', firstDay: '' };

describe('an own price', () => {
  it('holds from now on, with what is left empty as input', () => {
    expect(problemsOf(draft)).toEqual({});
    expect(toPrice(draft, 'Europe/Berlin')).toEqual({
      inputPerMillion: 1.25,
      outputPerMillion: 10,
      cacheReadPerMillion: null,
      cacheWritePerMillion: 0,
    });
  });

  it('holds from the start of a day where the organization is', () => {
    expect(toPrice({ ...draft, firstDay: '2026-12-01' }, 'Europe/Berlin')).toMatchObject({
      effectiveFrom: '2026-11-30T23:00:00.000Z',
    });
  });

  it('is told what is wrong, field by field', () => {
    const wrong = { input: '', output: '-1', cacheRead: 'much', cacheWrite: '', firstDay: '2026-02-30' };
    expect(Object.keys(problemsOf(wrong))).toEqual(['input', 'output', 'cacheRead', 'firstDay']);
  });

  it('knows the newest revision that was seen', () => {
    expect(seenRevision([{ revision: null }, { revision: 2 }, { revision: 1 }])).toBe(2);
    expect(seenRevision([])).toBe(0);
  });
});
