import { Features } from '@/features/features';
import { useOrganization, useScopes } from '../shell/organization';

export function FeaturesRoute() {
  return <Features timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
