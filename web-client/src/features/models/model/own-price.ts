import type { OverridePriceInput } from '@/gql/graphql';
import { isDay, startOfDay } from '@/lib/zoned-time';

/** An own price as it is filled in: USD for a million tokens, and the first day. */
export interface Draft {
  input: string;
  output: string;
  cacheRead: string;
  cacheWrite: string;
  firstDay: string;
}

/** What is wrong, by field. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** Finds what is wrong with a draft, in words for the person who filled it in. */
export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {};
  for (const name of ['input', 'output', 'cacheRead', 'cacheWrite'] as const) {
    const text = draft[name].trim();
    const needed = name === 'input' || name === 'output';
    if (text === '' ? needed : !(Number(text) >= 0 && Number.isFinite(Number(text)))) {
      problems[name] = 'An amount of 0 or more.';
    }
  }
  if (draft.firstDay !== '' && !isDay(draft.firstDay)) {
    problems.firstDay = 'A day, or nothing.';
  }
  return problems;
}

/** The draft as the API takes it; its fields must be right. */
export function toPrice(draft: Draft, timeZone: string) {
  const amount = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    inputPerMillion: Number(draft.input),
    outputPerMillion: Number(draft.output),
    cacheReadPerMillion: amount(draft.cacheRead),
    cacheWritePerMillion: amount(draft.cacheWrite),
    ...(draft.firstDay === '' ? {} : { effectiveFrom: startOfDay(draft.firstDay, timeZone) }),
  } satisfies Partial<OverridePriceInput>;
}

/** The newest of the organization's own prices that was seen; 0 when there is none. */
export function seenRevision(prices: { revision: number | null }[]): number {
  return Math.max(0, ...prices.map(({ revision }) => revision ?? 0));
}
