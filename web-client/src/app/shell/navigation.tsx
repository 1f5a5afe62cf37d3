import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { paths } from '@/config/paths';
import type { ApiKeyScope } from '@/gql/graphql';
import { allows } from '@/lib/scopes';
import classes from './shell.module.css';

interface Entry {
  to: string;
  label: string;
  /** One of these must be allowed; none: everybody sees it. */
  needs: readonly ApiKeyScope[];
}

const entries: readonly Entry[] = [
  { to: paths.overview, label: 'Overview', needs: [] },
  { to: paths.live, label: 'Live', needs: [] },
  { to: paths.features, label: 'Features', needs: ['CONTROL_READ'] },
  { to: paths.quotas, label: 'Quotas', needs: ['CONTROL_READ'] },
  { to: paths.alerts, label: 'Alerts', needs: ['CONTROL_READ'] },
  { to: paths.keys, label: 'API keys', needs: [] },
  { to: paths.providers, label: 'Providers', needs: ['CONTROL_READ'] },
  { to: paths.models, label: 'Models', needs: ['CONTROL_READ', 'USAGE_READ'] },
  { to: paths.members, label: 'Members', needs: ['CONTROL_READ'] },
  { to: paths.audit, label: 'Audit log', needs: ['CONTROL_READ'] },
];

interface Props {
  scopes: readonly ApiKeyScope[];
  /** Whether the person signed in is a platform operator. */
  operator: boolean;
}

/** The pages that the person signed in may see; what is above the organization stands apart. */
export function Navigation({ scopes, operator }: Props) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();

  // On a small screen the list is longer than the screen is wide: where one is must be in sight. Not by scrollIntoView, from which the
  // Tab key would go on.
  useEffect(() => {
    const list = nav.current;
    const current = list?.querySelector('[aria-current]');
    if (list && current) {
      const outer = list.getBoundingClientRect();
      const inner = current.getBoundingClientRect();
      list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
    }
  }, [pathname]);

  return (
    <nav className={classes['nav']} aria-label="Main" ref={nav}>
      {entries
        .filter(({ needs }) => needs.length === 0 || needs.some((scope) => allows(scopes, scope)))
        .map(({ to, label }) => (
          <PageLink key={to} to={to} label={label} />
        ))}
      {operator && (
        <>
          <span className={classes['divider']} role="separator" aria-orientation="vertical" />
          <PageLink to={paths.platform} label="Platform" />
        </>
      )}
    </nav>
  );
}

function PageLink({ to, label }: Pick<Entry, 'to' | 'label'>) {
  return (
    <NavLink to={to} end={to === paths.overview} className={classes['link'] ?? ''}>
      {label}
    </NavLink>
  );
}
