import { Overview } from '@/features/overview';
import { allows } from '@/lib/scopes';
import { useOrganization, useScopes } from '../shell/organization';

export function OverviewRoute() {
  const own = !allows(useScopes(), 'USAGE_READ');
  return <Overview organization={useOrganization()} own={own} />;
}
