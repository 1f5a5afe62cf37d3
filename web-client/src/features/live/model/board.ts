import { amountsOf, nothing, plus, sum, type UsageAmounts } from '@/lib/usage-amounts';
import type { Past } from '../api/get-live';
import type { LiveTick } from '../api/watch-usage';
import {
  amountsIn,
  emptyMinute,
  extendTo,
  keptMinutes,
  mergeRows,
  noRows,
  type Dimension,
  type Minute,
} from './minutes';
import { pastOf, type PastPart } from './past';
import { minuteOf, spread } from './spread';

/** The numbers of the page. Never changed: counting answers another one. */
export interface Board {
  /** Oldest first, none left out, the last one running. */
  minutes: readonly Minute[];
  /** What ticks told of minutes that are no longer kept. */
  earlier: UsageAmounts;
  /** From when on every call was told by ticks. */
  since: number;
  /** The sums of before the page was opened. */
  past: readonly PastPart[];
}

/** The board as the page is opened. */
export function openBoard(organization: Past): Board {
  const { to, minutes } = organization.last60;
  const known = minutes.map(({ at, metrics }) => ({
    ...emptyMinute(Date.parse(at)),
    past: amountsOf(metrics),
  }));
  return { minutes: known, earlier: nothing, since: Date.parse(to), past: pastOf(organization, known) };
}

/** The board when time has come to the moment. */
export function advance(board: Board, moment: number): Board {
  const minutes = extendTo(board.minutes, moment);
  if (minutes.length <= keptMinutes) {
    return minutes === board.minutes ? board : { ...board, minutes };
  }
  const dropped = minutes.slice(0, -keptMinutes);
  const earlier = sum([board.earlier, ...dropped.map(({ live }) => live)]);
  return { ...board, minutes: minutes.slice(-keptMinutes), earlier };
}

/** The board with what a tick by one dimension tells. Each tick tells of all calls too: those by model are counted. */
export function count(board: Board, tick: LiveTick, dimension: Dimension): Board {
  const parts = partsOf(tick);
  const { minutes, ...rest } = advance(board, Date.parse(tick.to) - 1);
  const oldest = minutes[0]?.at ?? 0;
  const tooOld = [...parts].filter(([at]) => at < oldest).map(([, { total }]) => total);
  return {
    ...rest,
    minutes: minutes.map((minute) => withPart(minute, parts.get(minute.at), dimension)),
    earlier: dimension === 'models' ? sum([rest.earlier, ...tooOld]) : rest.earlier,
  };
}

/** The board with what a RESET tick tells, in place of all that was told of its time. */
export function recount(board: Board, tick: LiveTick, dimension: Dimension): Board {
  const from = Date.parse(tick.from);
  const minutes = board.minutes.map((minute) =>
    minute.at < minuteOf(from) ? minute : forget(minute, dimension),
  );
  const anew = dimension === 'models' && from <= board.since;
  return count({ ...board, minutes, ...(anew ? { since: from, earlier: nothing } : {}) }, tick, dimension);
}

/** Everything that ticks told. */
export function sinceOpened({ minutes, earlier }: Board): UsageAmounts {
  return sum([earlier, ...minutes.map(({ live }) => live)]);
}

/** So many whole minutes and the running one. */
export function latest({ minutes }: Board, window: number): readonly Minute[] {
  return minutes.slice(-(window + 1));
}

/** All calls of so many whole minutes and the running one. */
export function inWindow(board: Board, window: number): UsageAmounts {
  return sum(latest(board, window).map(amountsIn));
}

interface Part {
  total: UsageAmounts;
  rows: Map<string | null, UsageAmounts>;
}

function partsOf(tick: LiveTick): Map<number, Part> {
  const from = Date.parse(tick.from);
  const to = Date.parse(tick.to);
  const parts = new Map<number, Part>();
  for (const [minute, total] of spread(amountsOf(tick.metrics), from, to)) {
    parts.set(minute, { total, rows: new Map() });
  }
  for (const { key, metrics } of tick.rows) {
    for (const [minute, amounts] of spread(amountsOf(metrics), from, to)) {
      parts.get(minute)?.rows.set(key.value, amounts);
    }
  }
  return parts;
}

function withPart(minute: Minute, part: Part | undefined, dimension: Dimension): Minute {
  if (part === undefined) {
    return minute;
  }
  return {
    ...minute,
    live: dimension === 'models' ? plus(minute.live, part.total) : minute.live,
    [dimension]: mergeRows(minute[dimension], part.rows),
  };
}

function forget(minute: Minute, dimension: Dimension): Minute {
  return dimension === 'models'
    ? { ...emptyMinute(minute.at), features: minute.features }
    : { ...minute, features: noRows };
}
