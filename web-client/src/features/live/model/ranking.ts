import { sum, type UsageAmounts } from '@/lib/usage-amounts';
import { latest, type Board } from './board';
import { mergeRows, type Dimension } from './minutes';
import { remainder } from './past';

/** One of those with the most tokens. */
export interface Ranked {
  /** Null: calls that have no such value. */
  name: string | null;
  amounts: UsageAmounts;
  /** Of all tokens, 0 to 100. */
  share: number;
}

/** Those with the most tokens, and what is left. */
export interface Ranking {
  first: Ranked[];
  others: number;
  rest: UsageAmounts;
}

/** How many are shown one by one. */
export const rankedRows = 8;

/** Who used most in so many whole minutes and the running one. */
export function rank(board: Board, window: number, dimension: Dimension): Ranking {
  const minutes = latest(board, window);
  const from = minutes[0]?.at ?? 0;
  const rows = mergeRows(
    ...board.past.map((part) => remainder(part, board.minutes, from, dimension)),
    ...minutes.map((minute) => minute[dimension]),
  );
  const ordered = [...rows].sort(([nameA, a], [nameB, b]) => order(a, b) || compareNames(nameA, nameB));
  const all = sum(rows.values()).totalTokens;
  const rest = ordered.slice(rankedRows);
  return {
    first: ordered.slice(0, rankedRows).map(([name, amounts]) => ({
      name,
      amounts,
      share: all === 0 ? 0 : (amounts.totalTokens / all) * 100,
    })),
    others: rest.length,
    rest: sum(rest.map(([, amounts]) => amounts)),
  };
}

function order(a: UsageAmounts, b: UsageAmounts): number {
  return b.totalTokens - a.totalTokens || b.requests - a.requests;
}

// Equals keep their places, whichever came first.
function compareNames(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** All names that have come up, in the order of the alphabet. */
export function namesIn(board: Board, dimension: Dimension): string[] {
  const names = new Set<string>();
  for (const rows of [...board.past, ...board.minutes].map((part) => part[dimension])) {
    for (const name of rows.keys()) {
      if (name !== null) {
        names.add(name);
      }
    }
  }
  return [...names].sort();
}
