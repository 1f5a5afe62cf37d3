import { describe, expect, it } from 'vitest';
import { lost, newFeed, take, type Feed, type Tick } from './feed';

function tick(sinceSequence: number, sequence: number, change: Partial<Tick> = {}): Tick {
  return {
    kind: sequence === sinceSequence ? 'HEARTBEAT' : 'DELTA',
    sequence,
    sinceSequence,
    from: '2026-11-22T12:00:00Z',
    degraded: false,
    metrics: { requests: 7 },
    ...change,
  };
}

function following(...ticks: Tick[]): Feed {
  return ticks.reduce((feed, next) => take(feed, next, 0)[0], newFeed);
}

describe('a feed', () => {
  it('adds ticks whose numbers follow each other, and has nothing to say', () => {
    const [feed, verdict] = take(following(tick(3, 5), tick(5, 5)), tick(5, 9), 0);
    expect(verdict).toBe('add');
    expect(feed).toMatchObject({ last: 9, notice: null });
  });

  it('passes over what was counted before', () => {
    const before = following(tick(3, 5));
    expect(take(before, tick(3, 5), 0)).toEqual([before, 'skip']);
  });

  it('tells how many commits are missing, also after what follows', () => {
    const gap = { kind: 'gap', commits: 2 };
    const feed = following(tick(3, 5), tick(7, 8));
    expect(feed.notice).toEqual(gap);
    expect(take(lost(feed, 0), tick(8, 9), 1)[0].notice).toEqual(gap);
  });

  it('tells how long it was away and what it caught up', () => {
    const away = lost(lost(following(tick(3, 5)), 1_000), 4_000);
    expect(take(away, tick(5, 11), 6_000)[0]).toMatchObject({
      lostAt: null,
      notice: { kind: 'resumed', awayMs: 5_000, calls: 7 },
    });
  });

  it('starts anew at a reset', () => {
    const [feed, verdict] = take(following(tick(3, 5)), tick(90, 90, { kind: 'RESET' }), 0);
    expect(verdict).toBe('replace');
    expect(feed.notice).toEqual({ kind: 'recounted', since: '2026-11-22T12:00:00Z' });
    expect(take(feed, tick(90, 91), 0)[0].notice).toEqual(feed.notice);
  });

  it('knows whether ticks come later than usual', () => {
    expect(following(tick(3, 5, { degraded: true })).degraded).toBe(true);
    expect(following(tick(3, 5, { degraded: true }), tick(5, 5)).degraded).toBe(false);
  });
});
