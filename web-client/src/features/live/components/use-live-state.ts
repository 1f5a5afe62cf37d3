import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { UsageDimension } from '@/gql/graphql';
import { follow } from '@/lib/live/follow';
import { createFrames } from '@/lib/live/frames';
import { useLiveConnection } from '@/lib/live/live-context';
import type { Past } from '../api/get-live';
import { liveTicks } from '../api/watch-usage';
import { atTime, openState, withEnd, withoutConnection, withTick, type LiveState } from '../model/live-state';
import type { Dimension } from '../model/minutes';

/** So often the numbers are drawn at most: as fast as they can be read. */
const drawEvery = 200;
const second = 1_000;

/** What was before, brought up to date by ticks; null before the first drawing. A past asked for again starts anew. */
export function useLiveState(past: Past | undefined): LiveState | null {
  const client = useClient();
  const connection = useLiveConnection();
  const [shown, setShown] = useState<LiveState | null>(null);

  useEffect(() => {
    if (past === undefined) {
      return;
    }
    let state = openState(past, Date.now());
    const frames = createFrames(() => setShown(state), drawEvery);

    function enter(next: LiveState) {
      state = next;
      frames.request();
    }

    function watch(by: UsageDimension, dimension: Dimension, after: string) {
      return follow(
        client,
        liveTicks,
        { by, after },
        {
          next: ({ usageTicks }) => enter(withTick(state, usageTicks, dimension, Date.now())),
          end: (failure) => enter(withEnd(state, failure)),
        },
      );
    }

    const stops = [
      watch('MODEL', 'models', past.usage.liveCursor),
      watch('FEATURE', 'features', past.usage.liveCursor),
      connection.onChange(() => {
        if (connection.state().kind === 'lost') {
          enter(withoutConnection(state, Date.now()));
        }
      }),
    ];
    const clock = setInterval(() => enter(atTime(state, Date.now())), second);
    frames.request();
    return () => {
      clearInterval(clock);
      frames.stop();
      stops.forEach((stop) => stop());
    };
  }, [client, connection, past]);

  return shown;
}
