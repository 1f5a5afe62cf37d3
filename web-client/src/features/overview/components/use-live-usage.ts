import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { UsageFilter } from '@/gql/graphql';
import { lost } from '@/lib/live/feed';
import { follow } from '@/lib/live/follow';
import { createFrames } from '@/lib/live/frames';
import { useConnectionState, useLiveConnection } from '@/lib/live/live-context';
import { statusOf, type LiveStatus } from '@/lib/live/status';
import type { UsageAmounts } from '@/lib/usage-amounts';
import type { OverviewUsage } from '../api/get-overview';
import { overviewTicks } from '../api/watch-usage';
import { addTick, startSum, type LiveSum } from '../model/live-sum';

interface Watched {
  /** The numbers shown; undefined while there are none, or none that can be added to. */
  base: OverviewUsage | undefined;
  filter: UsageFilter | null;
  /** Reads the numbers anew. */
  refresh: () => void;
}

/** What comes in after the numbers shown, and how live that is. */
export interface LiveUsage {
  status: LiveStatus;
  /** Null while nothing is known to add. */
  added: UsageAmounts | null;
  pause: () => void;
  resume: () => void;
}

const drawEvery = 250;

/** Adds up what comes in after the page's numbers. While paused nothing is received; what was missed follows afterwards. */
export function useLiveUsage({ base, filter, refresh }: Watched): LiveUsage {
  const client = useClient();
  const connection = useLiveConnection();
  const connectionState = useConnectionState();
  const [paused, setPaused] = useState(false);
  const [shown, setShown] = useState<LiveSum | null>(null);
  const kept = useRef<LiveSum | null>(null);

  useEffect(() => {
    if (base === undefined || paused) {
      return;
    }
    let sum = kept.current?.base === base ? kept.current : startSum(base);
    const frames = createFrames(() => setShown(sum), drawEvery);

    function enter(next: LiveSum) {
      sum = next;
      kept.current = next;
      frames.request();
    }

    const stops = [
      follow(
        client,
        overviewTicks,
        { filter, after: sum.cursor },
        {
          next: ({ usageTicks }) => enter(addTick(sum, usageTicks, Date.now())),
          end: (failure) => enter({ ...sum, ended: failure }),
        },
      ),
      connection.onChange(() => {
        if (connection.state().kind === 'lost') {
          enter({ ...sum, feed: lost(sum.feed, Date.now()) });
        }
      }),
    ];
    frames.request();
    return () => {
      frames.stop();
      stops.forEach((stop) => stop());
    };
  }, [client, connection, base, filter, paused]);

  const current = shown !== null && shown.base === base ? shown : null;
  const outdated = current?.outdated === true;
  useEffect(() => {
    if (outdated) {
      refresh();
    }
  }, [outdated, refresh]);

  return {
    status: statusOf({
      connection: connectionState,
      ready: current !== null && !outdated,
      degraded: current?.feed.degraded === true,
      ended: current !== null && current.ended !== null,
      paused,
    }),
    added: current?.added ?? null,
    pause: () => setPaused(true),
    resume: () => setPaused(false),
  };
}
