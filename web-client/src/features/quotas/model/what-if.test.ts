import { describe, expect, it } from 'vitest';
import { runningPeriod, searchQuota } from '@/testing/quota-fixtures';
import { noLimits, toLimits } from './limits';
import { whatIf } from './what-if';

const noon = Date.parse('2026-11-16T00:00:00Z');

describe('other limits', () => {
  it('make the same use another part of them', () => {
    const { status, usedPercent, projectedPercent, limits } = whatIf(
      searchQuota,
      toLimits({ ...noLimits, totalTokens: '50000000' }),
      undefined,
      noon,
    );
    expect(limits.map(({ used, limit }) => [used, limit])).toEqual([[42_000_000, 50_000_000]]);
    expect([status, usedPercent, projectedPercent]).toEqual(['WARNING', 84, 160]);
  });

  it('on what is not limited now are told from the running period, at its rate so far', () => {
    const { status, limits } = whatIf(
      searchQuota,
      toLimits({ ...noLimits, requests: '6000' }),
      runningPeriod,
      noon,
    );
    expect(limits).toMatchObject([{ metric: 'REQUESTS', used: 3000, usedPercent: 50, projected: 6000 }]);
    expect(status).toBe('OK');
  });

  it('on what nothing is known of are left out', () => {
    expect(whatIf(searchQuota, toLimits({ ...noLimits, requests: '1' }), undefined, noon)).toMatchObject({
      limits: [],
      status: 'OK',
    });
  });
});
