import type { ReactNode } from 'react';
import classes from './scroll-region.module.css';

/** Holds what may be wider than the screen; it scrolls by itself, with the keyboard too. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.region} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
