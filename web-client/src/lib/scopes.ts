import type { ApiKeyScope } from '@/gql/graphql';

/** Whether someone with these scopes may do what needs this one. */
export function allows(scopes: readonly ApiKeyScope[], needed: ApiKeyScope): boolean {
  return scopes.includes(needed) || scopes.includes('ADMIN');
}
