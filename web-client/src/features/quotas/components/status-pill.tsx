import { Pill, type PillTone } from '@/components/pill';
import type { QuotaStatus } from '@/gql/graphql';
import { statusWords } from '../model/words';

const tones: Record<QuotaStatus, PillTone> = {
  OK: 'good',
  WARNING: 'warning',
  CRITICAL: 'bad',
  EXCEEDED: 'bad',
};

/** Says how far a quota is used. */
export function StatusPill({ status }: { status: QuotaStatus }) {
  return <Pill tone={tones[status]}>{statusWords[status]}</Pill>;
}
