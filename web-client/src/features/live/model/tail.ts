import type { LiveItem } from '../api/watch-calls';
import type { TailFilter } from './view';

/** A call of the tail, with a number of its own to tell it from others. */
export type TailCall = LiveItem['event'] & { number: number };

/** The latest calls. Never changed: taking more answers another one. */
export interface Tail {
  /** Newest first. */
  calls: readonly TailCall[];
  /** Those that came in while it was held, newest first; null while it is not. */
  held: readonly TailCall[] | null;
  /** How many have come in while it was held, those included that are no longer kept. */
  missed: number;
  /** How many calls each of the latest stands for. */
  sampleFactor: number;
  taken: number;
}

/** How many calls are kept. */
export const tailLength = 200;

export const emptyTail: Tail = { calls: [], held: null, missed: 0, sampleFactor: 1, taken: 0 };

/** The tail with what has come in, oldest first. */
export function takeItems(tail: Tail, items: readonly LiveItem[], filter: TailFilter): Tail {
  const last = items.at(-1);
  if (last === undefined) {
    return tail;
  }
  const fresh = items
    .map(({ event }, index) => ({ ...event, number: tail.taken + index }))
    .filter((call) => matches(call, filter))
    .reverse();
  const next = { ...tail, sampleFactor: last.sampleFactor, taken: tail.taken + items.length };
  return tail.held === null
    ? { ...next, calls: newest(fresh, tail.calls) }
    : { ...next, held: newest(fresh, tail.held), missed: tail.missed + fresh.length };
}

/** The tail that keeps still until it is released. */
export function hold(tail: Tail): Tail {
  return tail.held === null ? { ...tail, held: [], missed: 0 } : tail;
}

/** The tail with what has come in meanwhile. */
export function release(tail: Tail): Tail {
  return tail.held === null ? tail : { ...tail, calls: newest(tail.held, tail.calls), held: null, missed: 0 };
}

/** Those of the calls that match. */
export function chosen(calls: readonly TailCall[], filter: TailFilter): readonly TailCall[] {
  return calls.filter((call) => matches(call, filter));
}

function newest(fresh: readonly TailCall[], known: readonly TailCall[]): readonly TailCall[] {
  return [...fresh, ...known].slice(0, tailLength);
}

function matches(call: TailCall, { model, feature, status, text }: TailFilter): boolean {
  return (
    (model === '' || call.model === model) &&
    (feature === '' || call.feature === feature) &&
    (status === null || call.status === status) &&
    (text === '' || contains(call, text.toLowerCase()))
  );
}

function contains(call: TailCall, text: string): boolean {
  return [call.id, call.provider, call.model, call.feature, call.team, call.user, call.errorCode].some(
    (name) => name?.toLowerCase().includes(text) === true,
  );
}
