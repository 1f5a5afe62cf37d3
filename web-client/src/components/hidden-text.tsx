import type { ReactNode } from 'react';
import classes from './hidden-text.module.css';

/** Text for those who do not see the page. A plain element, since live pages write hundreds of them a second. */
export function HiddenText({ children }: { children: ReactNode }) {
  return <span className={classes['hidden']}>{children}</span>;
}
