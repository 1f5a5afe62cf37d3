import { addDays } from 'date-fns';
import { isDay, startOfDay } from '@/lib/zoned-time';

/** How long a key may be made to live. */
export const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: 'day', label: 'Until a day' },
  { value: 'never', label: 'It does not expire' },
] as const;

export type Lifetime = (typeof lifetimes)[number]['value'];

export const defaultLifetime: Lifetime = '90';

/** When a key made now stops working: null for never, undefined when the last day is none that is still to come. */
export function expiryOf(
  lifetime: Lifetime,
  lastDay: string,
  timeZone: string,
  now: Date,
): string | null | undefined {
  switch (lifetime) {
    case 'never':
      return null;
    case 'day': {
      const end = isDay(lastDay) ? startOfDay(lastDay, timeZone, 1) : undefined;
      return end !== undefined && Date.parse(end) > now.getTime() ? end : undefined;
    }
    default:
      return addDays(now, Number(lifetime)).toISOString();
  }
}
