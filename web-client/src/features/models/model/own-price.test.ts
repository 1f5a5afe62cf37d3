import { describe, expect, it } from 'vitest';
import { isBackdated, newPrice, problemsOf, toPrice } from './own-price';

const draft = {
  ...newPrice({ provider: 'acme ', name: ' Acme-1' }),
  input: '1.25',
  output: '10',
  cacheWrite: '0',
};

describe('an own price', () => {
  it('holds from now on, with what is left empty as input', () => {
    expect(problemsOf(draft)).toEqual({});
    expect(toPrice(draft, 'Europe/Berlin')).toEqual({
      provider: 'acme',
      model: 'Acme-1',
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
    const wrong = {
      ...newPrice({ provider: ' ', name: '' }),
      output: '-1',
      cacheRead: 'much',
      firstDay: '2026-02-30',
    };
    expect(Object.keys(problemsOf(wrong))).toEqual([
      'provider',
      'name',
      'input',
      'output',
      'cacheRead',
      'firstDay',
    ]);
  });

  it('may hold from a time on that is over', () => {
    const now = Date.parse('2026-11-30T23:00:01Z');
    const since = (firstDay: string) => isBackdated({ firstDay }, 'Europe/Berlin', now);
    expect([since(''), since('2026-12-02'), since('2026-12-01'), since('2026-11-01')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
