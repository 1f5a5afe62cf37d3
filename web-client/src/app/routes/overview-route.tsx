import { Navigate } from 'react-router';
import { paths } from '@/config/paths';
import { Overview } from '@/features/overview';
import { allows } from '@/lib/scopes';
import { useOrganization, useScopes } from '../shell/organization';

export function OverviewRoute() {
  const organization = useOrganization();
  // Those who may not read usage have keys of their own: that is where they begin.
  return allows(useScopes(), 'USAGE_READ') ? (
    <Overview organization={organization} />
  ) : (
    <Navigate to={paths.keys} replace />
  );
}
