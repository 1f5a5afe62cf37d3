import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { follow } from '@/lib/live/follow';
import { plusTick, spendingOf, type Spending, type Usage } from '../model/spend';
import { featureSpend, type SpendTick } from '../api/watch-spend';

/** What is spent on features: the page's numbers, and what is spent since. Undefined where the viewer may not see it. */
export function useLiveSpending(usage: Usage | undefined, refresh: () => void): Spending | undefined {
  const client = useClient();
  const asked = useMemo(() => (usage === undefined ? undefined : spendingOf(usage)), [usage]);
  const [told, setTold] = useState<{ usage: Usage; spending: Spending } | null>(null);
  const shown = usage !== undefined && told?.usage === usage ? told.spending : asked;

  const hear = useEffectEvent((tick: SpendTick) => {
    if (tick.kind === 'RESET') {
      // Away for too long to go on from there: all is asked for again.
      refresh();
    } else if (usage !== undefined && tick.rows.length > 0) {
      // Several may come before the page is drawn again: each adds to the one before.
      setTold((known) => {
        const before = known?.usage === usage ? known.spending : spendingOf(usage);
        return { usage, spending: plusTick(before, tick) };
      });
    }
  });

  const from = usage?.liveCursor;
  useEffect(
    () =>
      from === undefined
        ? undefined
        : follow(
            client,
            featureSpend,
            { after: from },
            // What was shown stays right for the time at which it was asked for.
            { next: ({ usageTicks }) => hear(usageTicks), end: () => undefined },
          ),
    [client, from],
  );

  return shown;
}
