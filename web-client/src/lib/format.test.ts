import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatCount,
  formatMilliseconds,
  formatMoney,
  formatPercent,
  formatShare,
} from './format';

describe('numbers', () => {
  it.each([
    [formatCount(0), '0', '0'],
    [formatCount(9_999), '9,999', '9,999'],
    [formatCount(12_412_003), '12.4M', '12,412,003'],
    [formatMoney(0), '$0.00', '$0.00'],
    [formatMoney(0.004213), '$0.0042', '$0.004213'],
    [formatMoney(1234.5678), '$1,234.57', '$1,234.5678'],
    [formatMoney(1_250_000), '$1.3M', '$1,250,000.00'],
    [formatPercent(1.8437), '1.8%', '1.8437%'],
    [formatMilliseconds(812.3), '812 ms', '812.3 ms'],
    [formatMilliseconds(1250), '1.3 s', '1,250 ms'],
  ])('%o', (formatted, short, full) => {
    expect(formatted).toMatchObject({ short, full });
  });

  it('give changes a sign', () => {
    expect([formatChange(8.24), formatChange(-20.3), formatChange(0)]).toEqual(['+8.2%', '-20%', '0%']);
  });

  it('tell of large changes how many times as much it is', () => {
    expect([formatChange(999), formatChange(1000), formatChange(64_873_842)]).toEqual([
      '+999%',
      '×11',
      '×648.74K',
    ]);
  });

  it('never make a small share nothing', () => {
    expect([formatShare(0.01), formatShare(0), formatShare(35.84)]).toEqual(['< 0.1%', '0.0%', '35.8%']);
  });
});
