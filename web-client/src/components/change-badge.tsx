import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { Direction } from '@/gql/graphql';
import { formatChange } from '@/lib/format';
import classes from './change-badge.module.css';

/** How a number changed. */
export interface Change {
  /** Null when there was nothing before. */
  percent: number | null;
  direction: Direction;
  /** Null when more is neither better nor worse. */
  improvement: boolean | null;
}

const arrows = { UP: IconArrowUpRight, DOWN: IconArrowDownRight, UNCHANGED: IconArrowRight };

function verdict(improvement: boolean | null): 'better' | 'worse' | 'neutral' {
  if (improvement === null) {
    return 'neutral';
  }
  return improvement ? 'better' : 'worse';
}

const words = { UP: 'up', DOWN: 'down', UNCHANGED: 'no change' };

function amount({ percent, direction }: Change): string {
  return percent === null || direction === 'UNCHANGED' ? words[direction] : formatChange(percent);
}

/** How a number changed, and in words whether that is good. */
export function ChangeBadge({ change }: { change: Change }) {
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
