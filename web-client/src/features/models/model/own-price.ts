import type { OverridePriceInput } from '@/gql/graphql';
import { isDay, startOfDay } from '@/lib/zoned-time';

/** A model as events name it. */
export interface ModelName {
  provider: string;
  name: string;
}

/** An own price as it is filled in: USD for a million tokens, and the first day. */
export interface Draft {
  provider: string;
  name: string;
  input: string;
  output: string;
  cacheRead: string;
  cacheWrite: string;
  firstDay: string;
}

/** What is wrong, by field. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** Where filling in begins: with a model, or without one. */
export function newPrice({ provider, name }: ModelName): Draft {
  return { provider, name, input: '', output: '', cacheRead: '', cacheWrite: '', firstDay: '' };
}

/** Finds what is wrong with a draft, in words for the person who filled it in. */
export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {};
  for (const name of ['provider', 'name'] as const) {
    if (draft[name].trim() === '') {
      problems[name] = 'As events name it.';
    }
  }
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
    provider: draft.provider.trim(),
    model: draft.name.trim(),
    inputPerMillion: Number(draft.input),
    outputPerMillion: Number(draft.output),
    cacheReadPerMillion: amount(draft.cacheRead),
    cacheWritePerMillion: amount(draft.cacheWrite),
    ...startOf(draft.firstDay, timeZone),
  } satisfies OverridePriceInput;
}

/** From when on something holds, as the API takes it: nothing for now. */
export function startOf(firstDay: string, timeZone: string) {
  return firstDay === '' ? {} : { effectiveFrom: startOfDay(firstDay, timeZone) };
}

/** Whether the price is to hold from a time on that is over, so that calls of then may be recorded already. */
export function isBackdated({ firstDay }: Pick<Draft, 'firstDay'>, timeZone: string, now: number): boolean {
  return isDay(firstDay) && Date.parse(startOfDay(firstDay, timeZone)) < now;
}
