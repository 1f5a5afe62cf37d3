import { useEffect, useEffectEvent } from 'react';
import { useLiveConnection } from './live-context';

/** Calls back whenever a lost connection is there again, for streams without a cursor: what happened meanwhile was not told. */
export function useReconnected(reconnected: () => void): void {
  const { onChange, state } = useLiveConnection();
  const tell = useEffectEvent(reconnected);
  useEffect(() => {
    let before = state().kind;
    return onChange(() => {
      const now = state().kind;
      if (before === 'lost' && now === 'open') {
        tell();
      }
      before = now;
    });
  }, [onChange, state]);
}
