import type { ApiKeyScope } from '@/gql/graphql';
import { allows } from '@/lib/scopes';
import type { Key } from '../api/get-keys';

/** Who is looking at the page. */
export interface Asker {
  id: string | undefined;
  scopes: readonly ApiKeyScope[];
}

/** What may be done with a key. */
export interface Rights {
  revoke: boolean;
  rotate: boolean;
}

/** One's own keys, and with the right to change settings all of them; rotated by those alone who have all of its scopes. */
export function rightsOf({ id, scopes }: Asker, key: Pick<Key, 'owner' | 'scopes'>): Rights {
  const revoke = allows(scopes, 'CONTROL_WRITE') || (id !== undefined && key.owner?.id === id);
  return { revoke, rotate: revoke && key.scopes.every((scope) => allows(scopes, scope)) };
}

/** Whether usage may be seen of every key that is: of all keys, or of one's own where those are the only ones. */
export function maySeeUsage(scopes: readonly ApiKeyScope[]): boolean {
  return allows(scopes, 'USAGE_READ') || !allows(scopes, 'CONTROL_READ');
}
