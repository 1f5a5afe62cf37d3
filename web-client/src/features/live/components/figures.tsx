import { useMemo } from 'react';
import { inWindow, sinceOpened } from '../model/board';
import type { LiveState } from '../model/live-state';
import classes from './live.module.css';
import { RatePanel } from './rate-panel';
import { TotalsPanel } from './totals-panel';

interface Props {
  state: LiveState | null;
  window: number;
  timeZone: string;
}

/** The current rates and what they have added up to. */
export function Figures({ state, window, timeZone }: Props) {
  const board = state?.board ?? null;
  const totals = useMemo(
    () =>
      board === null
        ? null
        : { window: inWindow(board, window), opened: sinceOpened(board), since: board.since },
    [board, window],
  );
  return (
    <div className={classes['figures']}>
      <RatePanel
        title="Requests per minute"
        metric="requests"
        state={state}
        window={window}
        timeZone={timeZone}
      />
      <RatePanel
        title="Tokens per minute"
        metric="totalTokens"
        state={state}
        window={window}
        timeZone={timeZone}
      />
      <TotalsPanel totals={totals} window={window} timeZone={timeZone} />
    </div>
  );
}
