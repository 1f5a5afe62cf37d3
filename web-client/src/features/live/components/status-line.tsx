import { Button, Text } from '@mantine/core';
import { LivePill } from '@/components/live-pill';
import { formatCount } from '@/lib/format';
import type { Notice } from '@/lib/live/feed';
import type { LiveStatus } from '@/lib/live/status';
import { formatTime } from '@/lib/zoned-time';
import classes from './live.module.css';

interface Props {
  status: LiveStatus;
  /** Why the connection was lost, in the server's words; empty when it said nothing. */
  reason: string;
  /** The server's time that the numbers are of; null before there are any. */
  asOf: number | null;
  notice: Notice | null;
  timeZone: string;
  onCountAnew: () => void;
}

/** How live the numbers are, and what happened to them on the way. Only changes of these are read out, not the clock. */
export function StatusLine({ status, reason, asOf, notice, timeZone, onCountAnew }: Props) {
  return (
    <div className={classes['line']}>
      <div role="status" className={classes['line']} style={{ margin: 0 }}>
        <LivePill status={status} />
        <Text size="sm" c="dimmed" className={classes['notice']}>
          {status === 'reconnecting' && reason !== '' && `The server said: “${reason}”. `}
          {explanations[status] ?? (notice === null ? '' : textOf(notice, timeZone))}
        </Text>
      </div>
      {notice?.kind === 'gap' && status === 'live' && (
        <Button size="compact-xs" variant="default" onClick={onCountAnew}>
          Count again
        </Button>
      )}
      {asOf !== null && (
        <Text size="sm" c="dimmed" ml="auto" style={{ fontVariantNumeric: 'tabular-nums' }}>
          As of {formatTime(asOf, timeZone, 'clock')}
        </Text>
      )}
    </div>
  );
}

const explanations: Partial<Record<LiveStatus, string>> = {
  reconnecting: 'The connection is lost and being made again. The numbers stand still until then.',
  degraded: 'Calls that other nodes take in come up to a second later than usual.',
  ended: 'The numbers stand still.',
};

function textOf(notice: Notice, timeZone: string): string {
  switch (notice.kind) {
    case 'resumed': {
      const seconds = Math.max(1, Math.round(notice.awayMs / 1000));
      const calls = `${formatCount(notice.calls).full} ${notice.calls === 1 ? 'call' : 'calls'}`;
      return `Back after ${seconds} s. Nothing was missed: ${calls} of the meantime counted.`;
    }
    case 'recounted':
      return `Away for too long to go on: everything since ${formatTime(notice.since, timeZone, 'clock')} was counted again.`;
    case 'gap':
      return `${formatCount(notice.commits).full} commits are missing in these numbers.`;
  }
}
