import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '@/config/paths';
import type { Session } from '@/features/session';
import { ColorSchemeMenu } from './color-scheme-menu';
import { Logo } from './logo';
import { Navigation } from './navigation';
import { OrganizationMenu } from './organization-menu';
import classes from './shell.module.css';
import { useAppearance } from './use-appearance';
import { UserMenu } from './user-menu';

/** The frame around every page: who one is, where one is, and where one can go. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  useAppearance(session.preferences);
  return (
    <>
      <a href="#main" className={classes['skip']}>
        Skip to content
      </a>
      <header className={classes['header']}>
        <div className={classes['bar']}>
          <Link to={paths.overview} className={classes['brand']}>
            <Logo />
            Tollgate
          </Link>
          {session.organizations.length > 1 ? (
            <OrganizationMenu session={session} />
          ) : (
            <span className={classes['organization']}>{session.organization.name}</span>
          )}
          <Navigation scopes={session.scopes} operator={session.operator} />
          <div className={classes['actions']}>
            <ColorSchemeMenu />
            <UserMenu session={session} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes['main']}>
        {children}
      </main>
    </>
  );
}
