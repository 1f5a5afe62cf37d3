import { Models } from '@/features/models';
import { useOrganization, useScopes } from '../shell/organization';

export function ModelsRoute() {
  return <Models timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
