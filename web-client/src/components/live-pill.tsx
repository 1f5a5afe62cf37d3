import type { LiveStatus } from '@/lib/live/status';
import classes from './live-pill.module.css';

const words: Record<LiveStatus, string> = {
  connecting: 'Connecting',
  live: 'Live',
  degraded: 'Degraded',
  reconnecting: 'Reconnecting',
  ended: 'Ended',
  paused: 'Paused',
};

/** Says in a word how live the numbers are. */
export function LivePill({ status }: { status: LiveStatus }) {
  return (
    <span className={classes['pill']} data-status={status}>
      <span className={classes['dot']} aria-hidden="true" />
      {words[status]}
    </span>
  );
}
