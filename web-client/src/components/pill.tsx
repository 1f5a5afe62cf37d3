import type { ReactNode } from 'react';
import classes from './pill.module.css';

/** What a word is colored by. */
export type PillTone = 'good' | 'warning' | 'bad' | 'neutral';

/** A word or two that tell a state. */
export function Pill({ tone, children }: { tone: PillTone; children: ReactNode }) {
  return <span className={`${classes['pill'] ?? ''} ${classes[tone] ?? ''}`}>{children}</span>;
}
