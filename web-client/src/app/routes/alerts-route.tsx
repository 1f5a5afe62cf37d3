import { Alerts } from '@/features/alerts';
import { useOrganization, useScopes } from '../shell/organization';

export function AlertsRoute() {
  return <Alerts timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
