/** What a stream's ticks have in common. */
export interface Tick {
  kind: 'DELTA' | 'HEARTBEAT' | 'RESET';
  sequence: number;
  sinceSequence: number;
  from: string;
  degraded: boolean;
  metrics: { requests: number };
}

/** What happened that one should know of, besides the numbers. */
export type Notice =
  /** The connection was away, and every call of the meantime was caught up. */
  | { kind: 'resumed'; awayMs: number; calls: number }
  /** It was away for too long to go on from there: all calls since that time were counted again. */
  | { kind: 'recounted'; since: string }
  /** Ticks are missing between two others. */
  | { kind: 'gap'; commits: number };

/** How far a stream of ticks was followed, and whether all of it was. */
export interface Feed {
  /** The number of the last commit that was counted; null before the first tick. */
  last: number | null;
  degraded: boolean;
  /** When the connection was lost, until the next tick. */
  lostAt: number | null;
  notice: Notice | null;
}

/** What to do with a tick: add it, take it in place of what was told of its time, or pass over one that was counted before. */
export type Verdict = 'add' | 'replace' | 'skip';

export const newFeed: Feed = { last: null, degraded: false, lostAt: null, notice: null };

/** The connection is lost; the first loss counts. */
export function lost(feed: Feed, at: number): Feed {
  return feed.lostAt === null ? { ...feed, lostAt: at } : feed;
}

/** The feed after a tick, and what to do with it. */
export function take(feed: Feed, tick: Tick, at: number): [Feed, Verdict] {
  if (tick.kind === 'DELTA' && feed.last !== null && tick.sequence <= feed.last) {
    return [feed, 'skip'];
  }
  const next: Feed = {
    last: tick.sequence,
    degraded: tick.degraded,
    lostAt: null,
    notice: noticeOf(feed, tick, at),
  };
  return [next, tick.kind === 'RESET' ? 'replace' : 'add'];
}

function noticeOf({ last, lostAt, notice }: Feed, tick: Tick, at: number): Notice | null {
  if (tick.kind === 'RESET') {
    return { kind: 'recounted', since: tick.from };
  }
  if (last !== null && tick.sinceSequence !== last) {
    return { kind: 'gap', commits: Math.abs(tick.sinceSequence - last) };
  }
  // That something is missing stays true whatever comes after it.
  if (lostAt === null || notice?.kind === 'gap') {
    return notice;
  }
  return { kind: 'resumed', awayMs: at - lostAt, calls: tick.metrics.requests };
}
