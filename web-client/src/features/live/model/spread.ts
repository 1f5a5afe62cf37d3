import { nothing, type UsageAmounts } from '@/lib/usage-amounts';

export const minuteMs = 60_000;

/** The beginning of the minute that the moment is in. */
export function minuteOf(moment: number): number {
  return Math.floor(moment / minuteMs) * minuteMs;
}

/**
 * Divides amounts over the minutes that a stretch of time touches, by how much of it each holds. The parts add up exactly. It
 * matters when a minute ends within a tick, and when one tick tells of the minutes that a connection was away.
 */
export function spread(
  amounts: UsageAmounts,
  from: number,
  to: number,
): [minute: number, part: UsageAmounts][] {
  const last = minuteOf(to - 1);
  const parts: [number, UsageAmounts][] = [];
  let before = nothing;
  for (let minute = minuteOf(Math.min(from, to - 1)); minute < last; minute += minuteMs) {
    const through = portion(amounts, minute + minuteMs - from, to - from);
    parts.push([minute, minus(through, before)]);
    before = through;
  }
  return [...parts, [last, minus(amounts, before)]];
}

function portion(amounts: UsageAmounts, done: number, all: number): UsageAmounts {
  const part = (value: number) => Math.round((value * done) / all);
  return {
    requests: part(amounts.requests),
    errors: part(amounts.errors),
    totalTokens: part(amounts.totalTokens),
    cost: (amounts.cost * BigInt(done)) / BigInt(all),
  };
}

function minus(a: UsageAmounts, b: UsageAmounts): UsageAmounts {
  return {
    requests: a.requests - b.requests,
    errors: a.errors - b.errors,
    totalTokens: a.totalTokens - b.totalTokens,
    cost: a.cost - b.cost,
  };
}
