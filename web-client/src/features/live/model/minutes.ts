import { nothing, plus, type UsageAmounts } from '@/lib/usage-amounts';
import { minuteMs, minuteOf } from './spread';

/** Amounts by the value of a dimension; null: calls that have none. */
export type Rows = ReadonlyMap<string | null, UsageAmounts>;

/** What the page divides by. */
export type Dimension = 'models' | 'features';

/** A minute: what was known of it when the page was opened, and what ticks have told since. */
export interface Minute {
  at: number;
  past: UsageAmounts;
  live: UsageAmounts;
  models: Rows;
  features: Rows;
}

/** The minutes that are kept: an hour and the running one. */
export const keptMinutes = 61;

export const noRows: Rows = new Map();

export function emptyMinute(at: number): Minute {
  return { at, past: nothing, live: nothing, models: noRows, features: noRows };
}

/** All that is known of a minute. */
export function amountsIn({ past, live }: Minute): UsageAmounts {
  return plus(past, live);
}

/** The minutes up to the moment, none left out; an earlier moment changes nothing. */
export function extendTo(minutes: readonly Minute[], moment: number): readonly Minute[] {
  const target = minuteOf(moment);
  const last = minutes.at(-1)?.at ?? target - minuteMs;
  // After a long sleep only the latest matter.
  const first = Math.max(last + minuteMs, target - (keptMinutes - 1) * minuteMs);
  const added: Minute[] = [];
  for (let at = first; at <= target; at += minuteMs) {
    added.push(emptyMinute(at));
  }
  return added.length === 0 ? minutes : [...minutes, ...added];
}

/** All rows together. */
export function mergeRows(...all: Rows[]): Rows {
  const merged = new Map<string | null, UsageAmounts>();
  for (const rows of all) {
    for (const [key, amounts] of rows) {
      merged.set(key, plus(merged.get(key) ?? nothing, amounts));
    }
  }
  return merged;
}
