import type { RepriceInput, RepriceMutation } from '@/gql/graphql';
import { formatCount, formatMoney } from '@/lib/format';
import { isDay, startOfDay } from '@/lib/zoned-time';

/** The days whose calls are charged again, the last one included. */
export interface Days {
  first: string;
  last: string;
}

/** What is wrong, by field. */
export type DayProblems = Partial<Days>;

export function dayProblems({ first, last }: Days): DayProblems {
  return {
    ...(isDay(first) ? {} : { first: 'A day.' }),
    ...(!isDay(last)
      ? { last: 'A day.' }
      : isDay(first) && last < first
        ? { last: 'Not before the first.' }
        : {}),
  };
}

/** The days as the API takes them; they must be right. */
export function toReprice({ first, last }: Days, timeZone: string): RepriceInput {
  return { range: { between: { from: startOfDay(first, timeZone), to: startOfDay(last, timeZone, 1) } } };
}

/** What charging again has changed, in a sentence. */
export function outcomeText({ examined, repriced, costDifference }: RepriceMutation['reprice']): string {
  const calls = (count: number) => `${formatCount(count).full} ${count === 1 ? 'call' : 'calls'}`;
  const looked = `${calls(examined)} looked at`;
  if (repriced === 0) {
    return `${looked}: none costs anything else.`;
  }
  const size = formatMoney(Math.abs(costDifference)).full;
  const sum = costDifference === 0 ? 'as much as before' : `${size} ${costDifference > 0 ? 'more' : 'less'}`;
  return `${looked}: ${formatCount(repriced).full} of them cost something else, ${sum} in all.`;
}
