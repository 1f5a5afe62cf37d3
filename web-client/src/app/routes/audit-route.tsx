import { AuditLog } from '@/features/audit';
import { useOrganization, useScopes } from '../shell/organization';

export function AuditRoute() {
  return <AuditLog timeZone={useOrganization().timeZone} scopes={useScopes()} />;
}
