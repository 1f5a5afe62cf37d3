import { describe, expect, it } from 'vitest';
import type { Granularity } from '@/gql/graphql';
import { overview } from '@/testing/fixtures';
import { summaryOf } from './trend';

const fixture = overview({
  range: { last: 'P7D' },
  metric: 'COST',
  latencyTrend: false,
  userTrend: false,
  by: ['MODEL'],
  orderBy: 'COST',
  direction: 'DESC',
  rows: 10,
  calls: false,
  apiKeyNames: false,
}).organization.usage.trend;

function summary(granularity: Granularity, first: string, last: string, range: { from: string; to: string }) {
  const [point] = fixture.points;
  if (point === undefined) {
    throw new Error('The fixture has no points.');
  }
  const points = [
    { ...point, at: first },
    { ...point, at: last },
  ];
  return summaryOf({ ...fixture, granularity, points }, 'COST', range);
}

describe('the summary of a trend', () => {
  // Berlin's midnights; on 25 October 2026 the day has 25 hours.
  it.each<[Granularity, string, string, string]>([
    ['MINUTE', '2026-10-25T10:00:00Z', '2026-10-25T10:59:00Z', '2026-10-25T11:00:00Z'],
    ['HOUR', '2026-10-25T10:00:00Z', '2026-10-25T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['DAY', '2026-10-23T22:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['WEEK', '2026-10-11T22:00:00Z', '2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['MONTH', '2026-08-31T22:00:00Z', '2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z'],
  ])('compares the ends when both are whole: %s', (granularity, first, last, to) => {
    expect(summary(granularity, first, last, { from: first, to })).toContain('from first to last');
    const cutShort = new Date(Date.parse(to) - 1000).toISOString();
    expect(summary(granularity, first, last, { from: first, to: cutShort })).not.toContain('first to last');
    const late = new Date(Date.parse(first) + 1000).toISOString();
    expect(summary(granularity, first, last, { from: late, to })).not.toContain('first to last');
  });
});
