import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Failure } from '@/lib/failure';
import { follow } from '@/lib/live/follow';
import { createFrames } from '@/lib/live/frames';
import type { Past } from '../api/get-live';
import { liveCalls, type LiveItem } from '../api/watch-calls';
import { emptyTail, hold, release, tailLength, takeItems, type Tail } from '../model/tail';
import { toUsageFilter, type TailFilter } from '../model/view';

const drawEvery = 250;

interface TailAccess {
  tail: Tail;
  ended: Failure | null;
  hold: () => void;
  release: () => void;
}

/** The latest calls after what was before. Another model or feature goes on from where the former one was. */
export function useTail(past: Past | undefined, filter: TailFilter): TailAccess {
  const client = useClient();
  const [tail, setTail] = useState(emptyTail);
  const [end, setEnd] = useState<{ past: Past; failure: Failure } | null>(null);
  const latest = useRef({ filter, cursor: past?.usage.liveCursor });
  const { model, feature } = filter;

  useEffect(() => {
    latest.current.filter = filter;
  }, [filter]);

  useEffect(() => {
    latest.current.cursor = past?.usage.liveCursor;
  }, [past]);

  useEffect(() => {
    if (past === undefined) {
      return;
    }
    let waiting: LiveItem[] = [];
    const frames = createFrames(() => {
      const items = waiting;
      const { filter: wanted } = latest.current;
      waiting = [];
      setTail((known) => takeItems(known, items, wanted));
    }, drawEvery);
    const stop = follow(
      client,
      liveCalls,
      {
        filter: toUsageFilter({ ...latest.current.filter, model, feature }),
        after: latest.current.cursor ?? past.usage.liveCursor,
      },
      {
        next: ({ usageEvents }) => {
          latest.current.cursor = usageEvents.cursor;
          // Nothing is drawn in a hidden tab: what would be pushed out anyway is not kept till then.
          waiting = [...waiting.slice(1 - 2 * tailLength), usageEvents];
          frames.request();
        },
        end: (failure) => setEnd({ past, failure }),
      },
    );
    return () => {
      stop();
      frames.stop();
    };
  }, [client, past, model, feature]);

  return {
    tail,
    ended: end !== null && end.past === past ? end.failure : null,
    hold: useCallback(() => setTail(hold), []),
    release: useCallback(() => setTail(release), []),
  };
}
