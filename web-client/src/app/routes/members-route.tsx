import { Members } from '@/features/members';
import { useOrganization, useScopes } from '../shell/organization';

export function MembersRoute() {
  return <Members timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
