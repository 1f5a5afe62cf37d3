/** Whether a key works. */
export type KeyStatus = 'ACTIVE' | 'EXPIRES_SOON' | 'EXPIRED' | 'REVOKED';

const soon = 14 * 24 * 3_600_000;

/** The status of a key at a time in milliseconds. */
export function statusOf(
  key: { expiresAt: string | null; revokedAt: string | null },
  now: number,
): KeyStatus {
  if (key.revokedAt !== null) {
    return 'REVOKED';
  }
  const left = key.expiresAt === null ? Infinity : Date.parse(key.expiresAt) - now;
  if (left <= 0) {
    return 'EXPIRED';
  }
  return left < soon ? 'EXPIRES_SOON' : 'ACTIVE';
}

/** Whether a key can still be used, and so be revoked. */
export function works(status: KeyStatus): boolean {
  return status === 'ACTIVE' || status === 'EXPIRES_SOON';
}
