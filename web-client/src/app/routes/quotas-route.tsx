import { Quotas } from '@/features/quotas';
import { useOrganization, useScopes } from '../shell/organization';

export function QuotasRoute() {
  return <Quotas timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
