import { describe, expect, it } from 'vitest';
import { sum } from '@/lib/usage-amounts';
import { minuteMs, spread } from './spread';

const amounts = { requests: 10, errors: 1, totalTokens: 1_001, cost: 100_000_000_001n };
const noon = Date.parse('2026-11-22T12:00:00Z');

describe('amounts of a stretch of time', () => {
  it('belong to the minute that it is in, up to its end', () => {
    expect(spread(amounts, noon + 59_800, noon + minuteMs)).toEqual([[noon, amounts]]);
    expect(spread(amounts, noon + minuteMs, noon + minuteMs + 200)).toEqual([[noon + minuteMs, amounts]]);
  });

  it('are divided where a minute ends in it', () => {
    const parts = spread(amounts, noon + 59_950, noon + minuteMs + 150);
    expect(parts.map(([minute, { requests }]) => [minute - noon, requests])).toEqual([
      [0, 3],
      [minuteMs, 7],
    ]);
  });

  it.each([1, 130_001, 600_000, 3_599_999])('add up exactly over %d ms', (length) => {
    const parts = spread(amounts, noon + 12_345, noon + 12_345 + length);
    expect(sum(parts.map(([, part]) => part))).toEqual(amounts);
    expect(parts.every(([, { requests, cost }]) => requests >= 0 && cost >= 0n)).toBe(true);
  });

  it('are all in the last minute when it has no length', () => {
    expect(spread(amounts, noon + 500, noon + 500)).toEqual([[noon, amounts]]);
  });
});
