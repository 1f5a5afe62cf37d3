import { useEffect, useEffectEvent } from 'react';
import { useClient } from 'urql';
import { follow } from '@/lib/live/follow';
import { useReconnected } from '@/lib/live/use-reconnected';
import { raisedAlerts } from '../api/watch-alerts';

/** For how long alerts are gathered before the list is asked for again: a rule may raise a hundred at a time. */
const gatherMs = 250;

/** Asks again soon after an alert was raised, and when a lost connection is there again. */
export function useLiveAlerts(refresh: () => void): void {
  const client = useClient();
  useReconnected(refresh);
  const hear = useEffectEvent(refresh);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = follow(
      client,
      raisedAlerts,
      {},
      {
        next: () => {
          timer ??= setTimeout(() => {
            timer = undefined;
            hear();
          }, gatherMs);
        },
        // The page is right without it, until it is opened again.
        end: () => undefined,
      },
    );
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [client]);
}
