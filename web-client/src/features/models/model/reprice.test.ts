import { describe, expect, it } from 'vitest';
import { dayProblems, outcomeText, toReprice } from './reprice';

describe('charging again', () => {
  it('is for whole days where the organization is', () => {
    const days = { first: '2026-10-25', last: '2026-10-25' };
    expect(dayProblems(days)).toEqual({});
    expect(toReprice(days, 'Europe/Berlin')).toEqual({
      range: { between: { from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' } },
    });
  });

  it('is told what is wrong, field by field', () => {
    expect(dayProblems({ first: '', last: '2026-02-30' })).toEqual({ first: 'A day.', last: 'A day.' });
    expect(dayProblems({ first: '2026-10-26', last: '2026-10-25' })).toEqual({
      last: 'Not before the first.',
    });
  });

  it('tells what it has changed', () => {
    const outcome = (repriced: number, costDifference: number) =>
      outcomeText({ examined: 1200, repriced, costDifference });
    expect(outcome(0, 0)).toBe('1,200 calls looked at: none costs anything else.');
    expect(outcome(7, -3.25)).toBe(
      '1,200 calls looked at: 7 of them cost something else, $3.25 less in all.',
    );
    expect(outcome(7, 0)).toBe(
      '1,200 calls looked at: 7 of them cost something else, as much as before in all.',
    );
  });
});
