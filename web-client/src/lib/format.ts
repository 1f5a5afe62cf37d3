import { locale } from './locale';

const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 });
// The same number of decimals in every row, so that a column of numbers can be compared at a glance.
const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const tickNumber = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
const compactNumber = new Intl.NumberFormat(locale, { notation: 'compact', ...one });
const oneFraction = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const seconds = new Intl.NumberFormat(locale, one);
const percentage = new Intl.NumberFormat(locale, { style: 'percent', ...one });
const fullPercentage = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });

const money = (options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', ...options });
const moneyCents = money({});
const moneyCompact = money({ notation: 'compact', ...one });
const moneySmall = money({ minimumSignificantDigits: 2, maximumSignificantDigits: 2 });
const moneyTick = money({ notation: 'compact', minimumFractionDigits: 0, maximumSignificantDigits: 3 });
const moneyFull = money({ minimumFractionDigits: 2, maximumFractionDigits: 12 });

/** A number as shown, the same in full for titles and screen readers, and as briefly as an axis wants it. */
export interface Formatted {
  short: string;
  full: string;
  tick: string;
}

/** Writes one kind of number. */
export type Formatter = (value: number) => Formatted;

/** A count: `12.4M`, in full `12,412,003`. */
export const formatCount: Formatter = (value) => ({
  short: Math.abs(value) < 10_000 ? oneFraction.format(value) : compactNumber.format(value),
  full: decimal.format(value),
  tick: tickNumber.format(value),
});

/** An amount in USD: `$1,234.57`, `$12.3K`, `$0.0042`. */
export const formatMoney: Formatter = (value) => ({
  short: shortMoney(value),
  full: moneyFull.format(value),
  tick: moneyTick.format(value),
});

function shortMoney(value: number): string {
  const size = Math.abs(value);
  if (size >= 10_000) {
    return moneyCompact.format(value);
  }
  return size === 0 || size >= 0.1 ? moneyCents.format(value) : moneySmall.format(value);
}

/** A percentage given as 0 to 100. */
export const formatPercent: Formatter = (value) => ({
  short: percentage.format(value / 100),
  full: fullPercentage.format(value / 100),
  tick: fullPercentage.format(value / 100),
});

/** A length of time in milliseconds: `812 ms`, `1.2 s`. */
export const formatMilliseconds: Formatter = (value) => ({
  short: value < 1000 ? `${oneFraction.format(Math.round(value))} ms` : `${seconds.format(value / 1000)} s`,
  full: `${oneFraction.format(value)} ms`,
  tick: value < 1000 ? `${oneFraction.format(value)} ms` : `${oneFraction.format(value / 1000)} s`,
});

/** A change in percent with its sign: `+8.2%`; from ten times on as a multiple, `×12.4K`, which can still be imagined. */
export function formatChange(percent: number): string {
  if (percent >= 1000) {
    return `×${tickNumber.format(1 + percent / 100)}`;
  }
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: Math.abs(percent) < 10 ? 1 : 0,
    signDisplay: 'exceptZero',
  }).format(percent / 100);
}

/** A share of the whole, given as 0 to 100. */
export function formatShare(share: number): string {
  return share > 0 && share < 0.1 ? `< ${percentage.format(0.001)}` : percentage.format(share / 100);
}
