import { formatCount } from '@/lib/format';
import { latest } from './board';
import type { LiveState } from './live-state';
import { amountsIn } from './minutes';
import { rateOf, type RateMetric } from './rate';

/** What a chart by minute shows. */
export interface MinuteSeries {
  label: string;
  /** What the chart says, in a sentence for those who do not see it. */
  description: string;
  timeZone: string;
  minutes: { at: number; value: number }[];
  /** What the running minute is going to add to its value. */
  expected: number;
}

interface Choice {
  title: string;
  metric: RateMetric;
  state: LiveState;
  window: number;
  timeZone: string;
}

/** The window by minute, with a projection for the running one. */
export function minuteSeries({ title, metric, state, window, timeZone }: Choice): MinuteSeries {
  const minutes = latest(state.board, window).map((minute) => ({
    at: minute.at,
    value: amountsIn(minute)[metric],
  }));
  const whole = minutes.slice(0, -1).map(({ value }) => value);
  const { soFar, projected } = rateOf(state.board, state.now, metric);
  const range = `${formatCount(Math.min(...whole)).short} to ${formatCount(Math.max(...whole)).short}`;
  return {
    label: title,
    description: `${title}, the last ${window} minutes: ${range}.`,
    timeZone,
    minutes,
    expected: Math.max(0, Math.round(projected - soFar)),
  };
}
