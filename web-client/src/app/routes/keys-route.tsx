import { Keys } from '@/features/keys';
import { useOrganization, useScopes } from '../shell/organization';

export function KeysRoute() {
  return <Keys timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
