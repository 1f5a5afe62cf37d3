import { ActionIcon } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { LivePill } from '@/components/live-pill';
import { formatCount } from '@/lib/format';
import classes from './live-switch.module.css';
import type { LiveUsage } from './use-live-usage';

/** Says how live the key figures are, and lets them stand still. */
export function LiveSwitch({ live, onRefresh }: { live: LiveUsage; onRefresh: () => void }) {
  const { status, added, pause, resume } = live;
  return (
    <div className={classes['switch']}>
      {added !== null && added.requests > 0 && (
        <span className={classes['added']}>+{formatCount(added.requests).full} calls</span>
      )}
      <div role="status" aria-label="Key figures are">
        <LivePill status={status} />
      </div>
      {status === 'ended' ? (
        <ActionIcon variant="default" radius="xl" aria-label="Read the figures again" onClick={onRefresh}>
          <IconRefresh size={14} aria-hidden="true" />
        </ActionIcon>
      ) : (
        <ActionIcon
          variant="default"
          radius="xl"
          aria-label={status === 'paused' ? 'Resume live figures' : 'Pause live figures'}
          onClick={status === 'paused' ? resume : pause}
        >
          {status === 'paused' ? (
            <IconPlayerPlay size={14} aria-hidden="true" />
          ) : (
            <IconPlayerPause size={14} aria-hidden="true" />
          )}
        </ActionIcon>
      )}
    </div>
  );
}
