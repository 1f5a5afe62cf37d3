import { Overview } from '@/features/overview';
import { useOrganization } from '../shell/organization';

export function OverviewRoute() {
  return <Overview organization={useOrganization()} />;
}
