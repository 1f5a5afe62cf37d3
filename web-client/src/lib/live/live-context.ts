import { createContext, use, useSyncExternalStore } from 'react';
import type { ConnectionState, LiveConnection } from './connection';

export const LiveConnectionContext = createContext<LiveConnection | null>(null);

/** The connection of the surrounding provider. */
export function useLiveConnection(): LiveConnection {
  const connection = use(LiveConnectionContext);
  if (connection === null) {
    throw new Error('useLiveConnection needs a LiveConnectionContext around it.');
  }
  return connection;
}

/** What is known about the connection, as it changes. */
export function useConnectionState(): ConnectionState {
  const { onChange, state } = useLiveConnection();
  return useSyncExternalStore(onChange, state);
}
