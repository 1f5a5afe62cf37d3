import { useState } from 'react';
import type { CombinedError } from 'urql';
import { explainRefusal, type Failure } from './failure';

interface Change<R> {
  /** The row that was changed: once another has come in its place, that one is the truth. */
  from: R;
  /** What has become of it; null when it is gone. */
  to: R | null;
}

type Changes<R> = ReadonlyMap<string, Change<R>>;

/** What the server made of a change. */
export interface ChangeResult<R> {
  /** The row as it is now; null when it is gone, undefined when nothing was changed. */
  row: R | null | undefined;
  error: CombinedError | undefined;
}

/** The id of a row that has one of its own. */
export function ownId({ id }: { id: string }): string {
  return id;
}

/**
 * Shows changes of rows at once, and takes them back when the server refuses them. A row must be the same object as long as it has
 * not changed. Not by React's `useOptimistic`, whose pending changes hold up every other transition, and with that the way to
 * another page.
 */
export function useOptimisticRows<R>(rows: R[], idOf: (row: R) => string) {
  const [sent, setSent] = useState<Changes<R>>(new Map());
  const [made, setMade] = useState<Changes<R>>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);

  async function apply(row: R, to: R | null, send: () => Promise<ChangeResult<R>>): Promise<void> {
    const id = idOf(row);
    const from = rows.find((each) => idOf(each) === id) ?? row;
    const change = { from, to };
    setFailure(null);
    setSent((known) => new Map(known).set(id, change));
    const answer = await send();
    setSent((known) => (known.get(id) === change ? without(known, id) : known));
    if (answer.row !== undefined) {
      const now = answer.row;
      setMade((known) => new Map(known).set(id, { from, to: now }));
    }
    // What another change was refused with stays to be read.
    if (answer.error !== undefined) {
      setFailure(explainRefusal(answer.error));
    }
  }

  function asKnown(row: R): R | null {
    const id = idOf(row);
    const change = [sent.get(id), made.get(id)].find((each) => each?.from === row);
    return change === undefined ? row : change.to;
  }

  return {
    rows: rows.map(asKnown).filter((row) => row !== null),
    change: (to: R, send: () => Promise<ChangeResult<R>>) => void apply(to, to, send),
    remove: (row: R, send: () => Promise<ChangeResult<R>>) => void apply(row, null, send),
    failure,
    dismiss: () => setFailure(null),
  };
}

function without<R>(known: Changes<R>, id: string): Changes<R> {
  const next = new Map(known);
  next.delete(id);
  return next;
}
