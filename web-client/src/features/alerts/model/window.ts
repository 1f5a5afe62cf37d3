import type { AlertWindowInput, CalendarPeriod } from '@/gql/graphql';
import type { Window } from '../api/get-rules';
import { durationText, isAsLong } from './duration';

const calendarWords: Record<CalendarPeriod, string> = {
  TODAY: 'today',
  YESTERDAY: 'yesterday',
  THIS_WEEK: 'this week',
  LAST_WEEK: 'last week',
  THIS_MONTH: 'this month',
  LAST_MONTH: 'last month',
  THIS_QUARTER: 'this quarter',
  LAST_QUARTER: 'last quarter',
  THIS_YEAR: 'this year',
  LAST_YEAR: 'last year',
};

const lengths = ['PT5M', 'PT15M', 'PT1H', 'PT6H', 'PT24H', 'P7D', 'P30D'];
const running: CalendarPeriod[] = ['TODAY', 'THIS_WEEK', 'THIS_MONTH', 'THIS_QUARTER', 'THIS_YEAR'];

/** A window by the text that stands for it in a form: a duration or a calendar period. */
export function windowKey({ last, calendar }: Window): string {
  return calendar ?? lengths.find((each) => last !== null && isAsLong(each, last)) ?? last ?? '';
}

/** The window that the text stands for. */
export function toWindow(key: string): AlertWindowInput {
  return isCalendar(key) ? { calendar: key } : { last: key };
}

/** The windows to choose from, with the present one among them. */
export function windowOptions(present: string): { value: string; label: string }[] {
  const keys = [...lengths, ...running];
  return (keys.includes(present) ? keys : [...keys, present]).map((value) => ({
    value,
    label: windowText(value),
  }));
}

/** A window in words: `in the last 15 minutes`, `this month`. */
export function windowText(key: string): string {
  return isCalendar(key) ? calendarWords[key] : `in the last ${durationText(key).replace(/^1 /, '')}`;
}

function isCalendar(key: string): key is CalendarPeriod {
  return Object.hasOwn(calendarWords, key);
}
