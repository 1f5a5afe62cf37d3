import { Live } from '@/features/live';
import { allows } from '@/lib/scopes';
import { useOrganization, useScopes } from '../shell/organization';

export function LiveRoute() {
  const own = !allows(useScopes(), 'USAGE_READ');
  return <Live organization={useOrganization()} own={own} />;
}
