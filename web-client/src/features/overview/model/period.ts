import type { TimeRange } from '@/gql/graphql';
import { dayInZone, isDay, startOfDay } from '@/lib/zoned-time';

/** The periods offered by name. */
export const presets = { '24h': 'PT24H', '7d': 'P7D', '30d': 'P30D' } as const;

export type Preset = keyof typeof presets;

/** What is looked at: a stretch up to now, or whole days of the organization's calendar, both ends included. */
export type Period =
  { kind: 'preset'; preset: Preset } | { kind: 'custom'; firstDay: string; lastDay: string };

export const defaultPeriod: Period = { kind: 'preset', preset: '7d' };

/** The period as the API asks for it. */
export function toTimeRange(period: Period, timeZone: string): TimeRange {
  if (period.kind === 'preset') {
    return { last: presets[period.preset] };
  }
  return {
    between: {
      from: startOfDay(period.firstDay, timeZone),
      to: startOfDay(period.lastDay, timeZone, 1),
    },
  };
}

/** The week that ends today, as a starting point for choosing days. */
export function recentDays(now: Date, timeZone: string): { firstDay: string; lastDay: string } {
  const lastDay = dayInZone(now, timeZone);
  return { firstDay: dayInZone(startOfDay(lastDay, timeZone, -6), timeZone), lastDay };
}

/** Why the days make no period, in words for the person who chose them; null when they do. */
export function problemOf(firstDay: string, lastDay: string): string | null {
  if (!isDay(firstDay) || !isDay(lastDay)) {
    return 'Choose the first and the last day.';
  }
  return firstDay > lastDay ? 'The last day is before the first.' : null;
}

/** Reads the period of an address; what makes no sense becomes the default. */
export function readPeriod(params: URLSearchParams): Period {
  const name = params.get('period');
  if (name !== null && Object.hasOwn(presets, name)) {
    return { kind: 'preset', preset: name as Preset };
  }
  const firstDay = params.get('from');
  const lastDay = params.get('to');
  return isDay(firstDay) && isDay(lastDay) && problemOf(firstDay, lastDay) === null
    ? { kind: 'custom', firstDay, lastDay }
    : defaultPeriod;
}

/** Writes the period into an address. */
export function writePeriod(period: Period, params: URLSearchParams): void {
  if (period.kind === 'custom') {
    params.set('from', period.firstDay);
    params.set('to', period.lastDay);
  } else if (defaultPeriod.kind === 'preset' && period.preset !== defaultPeriod.preset) {
    params.set('period', period.preset);
  }
}
