import type { UsageAmounts } from '@/lib/usage-amounts';
import type { Board } from './board';
import { amountsIn } from './minutes';

/** What is shown by minute. */
export type RateMetric = 'requests' | 'totalTokens';

/** The running minute against the last whole one. */
export interface Rate {
  /** How much of the running minute has passed, in seconds, 0 to 60. */
  elapsed: number;
  soFar: number;
  /** What the running minute will have once it is over, at its rate so far. */
  projected: number;
  lastMinute: number;
  /** The projection against the last minute, in percent; null when that had none. */
  changePercent: number | null;
}

/** So short a beginning of a minute says nothing yet: the last one stands for it. */
const tooShort = 3;

export function rateOf({ minutes }: Board, now: number, metric: RateMetric): Rate {
  const [previous, running] = minutes.slice(-2);
  const read = (amounts: UsageAmounts | undefined) => amounts?.[metric] ?? 0;
  const soFar = read(running && amountsIn(running));
  const lastMinute = read(previous && amountsIn(previous));
  const elapsed = Math.max(0, Math.min(60, (now - (running?.at ?? now)) / 1000));
  const projected = elapsed < tooShort ? lastMinute : (soFar / elapsed) * 60;
  return {
    elapsed,
    soFar,
    projected,
    lastMinute,
    changePercent: lastMinute === 0 ? null : ((projected - lastMinute) / lastMinute) * 100,
  };
}
