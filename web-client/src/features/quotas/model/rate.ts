import { formatCount } from '@/lib/format';
import type { Quota } from '../api/get-quotas';

export type Rate = NonNullable<Quota['rate']>;

/** A rate as it is filled in; empty is none. */
export type RateDraft = Record<'perSecond' | 'perMinute' | 'burst', string>;

export const noRate: RateDraft = { perSecond: '', perMinute: '', burst: '' };

const fields = ['perSecond', 'perMinute', 'burst'] as const;
const fastest = 1_000_000;

/** Where filling in begins. */
export function rateDraftOf(rate: Quota['rate']): RateDraft {
  const text = (calls: number | null) => (calls === null ? '' : String(calls));
  return rate === null
    ? noRate
    : { perSecond: text(rate.perSecond), perMinute: text(rate.perMinute), burst: text(rate.burst) };
}

/** What is wrong with it, by field. */
export function rateProblems(draft: RateDraft): Partial<RateDraft> {
  const problems: Partial<RateDraft> = {};
  for (const field of fields) {
    const calls = Number(draft[field]);
    if (isGiven(draft[field]) && !(Number.isInteger(calls) && calls >= 1 && calls <= fastest)) {
      problems[field] = 'A whole number from 1 to 1,000,000.';
    }
  }
  if (isGiven(draft.burst) && !hasRate(draft)) {
    problems.burst = 'It needs a rate.';
  } else if (
    isGiven(draft.burst) &&
    isGiven(draft.perSecond) &&
    isGiven(draft.perMinute) &&
    Number(draft.burst) > Number(draft.perMinute)
  ) {
    problems.burst = 'At most the calls of a minute.';
  }
  return problems;
}

/** Whether calls are held to a rate. */
export function hasRate(draft: RateDraft): boolean {
  return isGiven(draft.perSecond) || isGiven(draft.perMinute);
}

/** The rate that is given; it must be right. */
export function toRate(draft: RateDraft): Rate {
  const calls = (field: keyof RateDraft) => (isGiven(draft[field]) ? Number(draft[field]) : null);
  return { perSecond: calls('perSecond'), perMinute: calls('perMinute'), burst: calls('burst') };
}

/** A rate in words: `10 a second, 100 a minute, 20 at once`. */
export function rateText({ perSecond, perMinute, burst }: Rate): string {
  const count = (calls: number) => formatCount(calls).full;
  return [
    perSecond === null ? [] : [`${count(perSecond)} a second`],
    perMinute === null ? [] : [`${count(perMinute)} a minute`],
    burst === null ? [] : [`${count(burst)} at once`],
  ]
    .flat()
    .join(', ');
}

function isGiven(text: string): boolean {
  return text.trim() !== '';
}
