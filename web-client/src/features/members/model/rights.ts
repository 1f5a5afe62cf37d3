import type { ApiKeyScope, MemberRole } from '@/gql/graphql';
import { allows } from '@/lib/scopes';
import type { Member } from '../api/get-members';

/** Who is looking at the page. */
export interface Asker {
  id: string | undefined;
  role: MemberRole | null;
  scopes: readonly ApiKeyScope[];
}

const roles: MemberRole[] = ['OWNER', 'ADMIN', 'ANALYST', 'MEMBER'];

/** The roles that somebody may give: an owner is made by owners alone. */
export function givableRoles({ role }: Asker): MemberRole[] {
  return roles.filter((each) => each !== 'OWNER' || role === 'OWNER');
}

/** Whether somebody may change what a member is: administrators may, owners are changed by owners alone, and nobody by themselves. */
export function mayManage(asker: Asker, { user, role }: Member): boolean {
  return (
    allows(asker.scopes, 'ADMIN') && user.id !== asker.id && (role !== 'OWNER' || asker.role === 'OWNER')
  );
}
