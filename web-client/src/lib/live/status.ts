import type { ConnectionState } from './connection';

/** How live numbers are, as people are told. */
export type LiveStatus = 'connecting' | 'live' | 'degraded' | 'reconnecting' | 'ended' | 'paused';

interface Circumstances {
  connection: ConnectionState;
  /** Whether there is something to add ticks to. */
  ready: boolean;
  degraded: boolean;
  ended: boolean;
  paused?: boolean;
}

export function statusOf({ connection, ready, degraded, ended, paused }: Circumstances): LiveStatus {
  if (ended) {
    return 'ended';
  }
  if (paused === true) {
    return 'paused';
  }
  if (connection.kind === 'lost') {
    return 'reconnecting';
  }
  if (!ready || connection.kind !== 'open') {
    return 'connecting';
  }
  return degraded ? 'degraded' : 'live';
}
