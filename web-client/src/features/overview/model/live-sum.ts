import type { Failure } from '@/lib/failure';
import { newFeed, take, type Feed } from '@/lib/live/feed';
import { amountsOf, nothing, plus, type UsageAmounts } from '@/lib/usage-amounts';
import type { OverviewUsage } from '../api/get-overview';
import type { OverviewTick } from '../api/watch-usage';

/** What has come in after the page's numbers were read. */
export interface LiveSum {
  /** The numbers that it adds to. */
  base: OverviewUsage;
  /** Where to go on. */
  cursor: string;
  added: UsageAmounts;
  feed: Feed;
  /** Whether it can no longer be added to them, so that they must be read anew. */
  outdated: boolean;
  /** Why the stream ended; null while it goes on. */
  ended: Failure | null;
}

export function startSum(base: OverviewUsage): LiveSum {
  return { base, cursor: base.liveCursor, added: nothing, feed: newFeed, outdated: false, ended: null };
}

/** The sum after a tick. How much of a RESET's time the page's numbers hold already is not known: it outdates them. */
export function addTick(sum: LiveSum, tick: OverviewTick, at: number): LiveSum {
  const [feed, verdict] = take(sum.feed, tick, at);
  const next = { ...sum, feed, cursor: tick.cursor };
  if (verdict === 'replace' || feed.notice?.kind === 'gap') {
    return { ...next, outdated: true };
  }
  return verdict === 'skip' ? next : { ...next, added: plus(sum.added, amountsOf(tick.metrics)) };
}
