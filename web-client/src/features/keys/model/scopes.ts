import type { ApiKeyScope } from '@/gql/graphql';
import { allows } from '@/lib/scopes';

/** What each scope lets a key do, in words. */
export const scopeTexts: Record<ApiKeyScope, { label: string; description: string }> = {
  USAGE_WRITE: { label: 'Record usage', description: 'Send usage events.' },
  USAGE_READ: { label: 'Read usage', description: 'Read usage and cost.' },
  CONTROL_READ: { label: 'Read settings', description: 'Read keys, quotas and all other settings.' },
  CONTROL_WRITE: { label: 'Change settings', description: 'Change keys, quotas and all other settings.' },
  GATEWAY_CALL: { label: 'Call models', description: 'Call models through the gateway.' },
  ADMIN: { label: 'Everything', description: 'All of the above, and whatever else there is.' },
};

const all = Object.keys(scopeTexts) as ApiKeyScope[];

/** The scopes that someone with these may give to a key: never one that they lack. */
export function givable(scopes: readonly ApiKeyScope[]): ApiKeyScope[] {
  return all.filter((scope) => allows(scopes, scope));
}
