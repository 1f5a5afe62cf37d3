import { Pill, type PillTone } from '@/components/pill';
import type { KeyStatus } from '../model/status';

const texts: Record<KeyStatus, { text: string; tone: PillTone }> = {
  ACTIVE: { text: 'Active', tone: 'good' },
  EXPIRES_SOON: { text: 'Expires soon', tone: 'warning' },
  EXPIRED: { text: 'Expired', tone: 'neutral' },
  REVOKED: { text: 'Revoked', tone: 'bad' },
};

/** Says whether a key works. */
export function StatusBadge({ status }: { status: KeyStatus }) {
  const { text, tone } = texts[status];
  return <Pill tone={tone}>{text}</Pill>;
}
