import { describe, expect, it } from 'vitest';
import { toExact, toNumber } from './decimal';

describe('exact amounts', () => {
  it.each([
    [0, 0n],
    [0.1, 100_000_000_000n],
    [412.870244, 412_870_244_000_000n],
    [0.000000000001, 1n],
    [3.19e-7, 319_000n],
    [-1.5, -1_500_000_000_000n],
    [-0.25, -250_000_000_000n],
    [8006.123456789012, 8_006_123_456_789_012n],
  ])('hold %d as it was sent', (amount, exact) => {
    expect(toExact(amount)).toBe(exact);
    expect(toNumber(exact)).toBe(amount);
  });

  it('add up where numbers do not', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(toNumber(toExact(0.1) + toExact(0.2))).toBe(0.3);
  });
});
