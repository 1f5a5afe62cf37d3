import { TZDate } from '@date-fns/tz';
import { addDays, addMonths } from 'date-fns';
import { locale } from './locale';

/** The calendar day in the zone, as `2026-11-22`. */
export function dayInZone(instant: Date | string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** When the day begins in the zone, as an RFC 3339 time; `plusDays` counts calendar days, of 23 to 25 hours. */
export function startOfDay(day: string, timeZone: string, plusDays = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = addDays(new TZDate(year, month - 1, date, timeZone), plusDays);
  return new Date(start.getTime()).toISOString();
}

/** When the zone's clocks show this, as `2026-11-22T09:30`; undefined when it is no time of the calendar. */
export function instantOf(local: string, timeZone: string): string | undefined {
  const [day = '', clock = ''] = local.split('T');
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) {
    return undefined;
  }
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime()).toISOString();
}

/** When the month after the one that begins at this time begins in the zone. */
export function nextMonth(start: string, timeZone: string): string {
  return new Date(addMonths(new TZDate(start, timeZone), 1).getTime()).toISOString();
}

/** Whether the text is a day of the calendar, as `2026-11-22`. */
export function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether a day begins at this time in the zone. */
export function isMidnight(instant: string, timeZone: string): boolean {
  return new Date(startOfDay(dayInZone(instant, timeZone), timeZone)).getTime() === Date.parse(instant);
}

const formats = {
  moment: { dateStyle: 'medium', timeStyle: 'medium' },
  date: { dateStyle: 'medium' },
  minute: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  day: { month: 'short', day: 'numeric' },
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  clock: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  second: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How a time is written. */
export type TimeFormat = keyof typeof formats;

// Making one costs a hundred times what using it does, and a live page writes many times.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, format: TimeFormat): Intl.DateTimeFormat {
  const key = `${format} ${timeZone}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...formats[format] });
  formatters.set(key, known);
  return known;
}

/** Writes a time in the reader's language and the given zone. */
export function formatTime(instant: string | number, timeZone: string, format: TimeFormat): string {
  return formatter(timeZone, format).format(new Date(instant));
}

/** Writes a stretch of time in the reader's language and the given zone. */
export function formatRange(from: string, to: string, timeZone: string): string {
  return formatter(timeZone, 'minute').formatRange(new Date(from), new Date(to));
}
