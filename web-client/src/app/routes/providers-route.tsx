import { Providers } from '@/features/providers';
import { useOrganization, useScopes } from '../shell/organization';

export function ProvidersRoute() {
  return <Providers timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
