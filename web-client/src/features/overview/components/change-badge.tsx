import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { ChangeFragment } from '@/gql/graphql';
import { formatChange } from '@/lib/format';
import classes from './change-badge.module.css';

const arrows = { UP: IconArrowUpRight, DOWN: IconArrowDownRight, UNCHANGED: IconArrowRight };

function verdict(improvement: boolean | null): 'better' | 'worse' | 'neutral' {
  if (improvement === null) {
    return 'neutral';
  }
  return improvement ? 'better' : 'worse';
}

const words = { UP: 'up', DOWN: 'down', UNCHANGED: 'no change' };

function amount({ percent, direction }: ChangeFragment): string {
  return percent === null || direction === 'UNCHANGED' ? words[direction] : formatChange(percent);
}

/** How a number changed, and in words whether that is good. */
export function ChangeBadge({ change }: { change: ChangeFragment }) {
  const Arrow = arrows[change.direction];
  const meaning = verdict(change.improvement);
  return (
    <span className={`${classes['badge'] ?? ''} ${classes[meaning] ?? ''}`}>
      <Arrow size={14} aria-hidden="true" />
      {amount(change)}
      {meaning !== 'neutral' && <span className={classes['verdict']}>{meaning}</span>}
    </span>
  );
}
