import type { Failure } from '@/lib/failure';
import { lost, newFeed, take, type Feed, type Notice } from '@/lib/live/feed';
import type { Past } from '../api/get-live';
import type { LiveTick } from '../api/watch-usage';
import { advance, count, openBoard, recount, type Board } from './board';
import type { Dimension } from './minutes';

/** The numbers, how far each stream was followed, and the server's clock. */
export interface LiveState {
  board: Board;
  models: Feed;
  features: Feed;
  /** The latest moment the server has told, and when that was heard, on this machine's clock. */
  told: number;
  heard: number;
  /** The server's time, as far as it is known. */
  now: number;
  /** Why a stream ended; null while all go on. */
  ended: Failure | null;
}

export function openState(organization: Past, at: number): LiveState {
  const now = Date.parse(organization.last60.to);
  return {
    board: openBoard(organization),
    models: newFeed,
    features: newFeed,
    told: now,
    heard: at,
    now,
    ended: null,
  };
}

/** The state after a tick by one dimension. */
export function withTick(state: LiveState, tick: LiveTick, dimension: Dimension, at: number): LiveState {
  const [feed, verdict] = take(state[dimension], tick, at);
  const board =
    verdict === 'skip'
      ? state.board
      : (verdict === 'replace' ? recount : count)(state.board, tick, dimension);
  const told = Date.parse(tick.to);
  const clock = told > state.told ? { told, heard: at } : {};
  return atTime({ ...state, board, [dimension]: feed, ...clock }, at);
}

/** The state after the connection was lost. */
export function withoutConnection(state: LiveState, at: number): LiveState {
  return { ...state, models: lost(state.models, at), features: lost(state.features, at), now: state.told };
}

/** The state after a stream has ended for good. */
export function withEnd(state: LiveState, failure: Failure): LiveState {
  return { ...state, ended: failure, now: state.told };
}

/** The state as time passes; it stands still while nothing can be heard. */
export function atTime(state: LiveState, at: number): LiveState {
  if (state.models.lostAt !== null || state.ended !== null) {
    return state;
  }
  const now = state.told + Math.max(0, at - state.heard);
  return { ...state, now, board: advance(state.board, now) };
}

/** What one should know of the streams, besides the numbers. */
export function noticeOf({ models, features }: LiveState): Notice | null {
  return features.notice?.kind === 'gap' ? features.notice : models.notice;
}
