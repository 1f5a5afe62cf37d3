import { startTransition, useOptimistic, useState } from 'react';
import type { CombinedError } from 'urql';
import { explainRefusal, type Failure } from './failure';

interface Row {
  id: string;
}

interface Change<R extends Row> {
  /** The row that was changed: once another has come in its place, that one is the truth. */
  from: R;
  to: R;
}

/** What the server made of a change. */
export interface ChangeResult<R extends Row> {
  row: R | undefined;
  error: CombinedError | undefined;
}

/** Shows changes of rows at once, and takes them back when the server refuses them. */
export function useOptimisticRows<R extends Row>(rows: R[]) {
  const [made, setMade] = useState<ReadonlyMap<string, Change<R>>>(new Map());
  const [shown, showAtOnce] = useOptimistic(made, withChange<R>);
  const [failure, setFailure] = useState<Failure | null>(null);

  function change(to: R, send: () => Promise<ChangeResult<R>>): void {
    const from = rows.find(({ id }) => id === to.id) ?? to;
    setFailure(null);
    startTransition(async () => {
      showAtOnce({ from, to });
      const { row, error } = await send();
      startTransition(() => {
        if (row !== undefined) {
          setMade((known) => withChange(known, { from, to: row }));
        }
        setFailure(error === undefined ? null : explainRefusal(error));
      });
    });
  }

  return {
    rows: rows.map((row) => {
      const known = shown.get(row.id);
      return known?.from === row ? known.to : row;
    }),
    change,
    failure,
    dismiss: () => setFailure(null),
  };
}

function withChange<R extends Row>(known: ReadonlyMap<string, Change<R>>, change: Change<R>) {
  return new Map(known).set(change.to.id, change);
}
