import type { MemberRole } from '@/gql/graphql';

/** What each role is, in words. */
export const roleWords: Record<MemberRole, { label: string; description: string }> = {
  OWNER: { label: 'Owner', description: 'May do everything, and is changed by owners alone.' },
  ADMIN: { label: 'Admin', description: 'May do everything but change owners.' },
  ANALYST: { label: 'Analyst', description: 'Reads usage and settings; has API keys of their own.' },
  MEMBER: { label: 'Member', description: 'Records usage and calls models; has API keys that do.' },
};

/** Roles to choose from. */
export function roleOptions(roles: MemberRole[]) {
  return roles.map((value) => ({ value, label: roleWords[value].label }));
}
