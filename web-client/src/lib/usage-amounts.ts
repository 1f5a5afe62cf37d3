import { toExact } from './decimal';

/** What adds up: the numbers of usage that may be summed over ticks. */
export interface UsageAmounts {
  requests: number;
  errors: number;
  totalTokens: number;
  /** In 10⁻¹² USD, see `decimal.ts`. */
  cost: bigint;
}

/** The same as the API sends it. */
export interface SentAmounts {
  requests: number;
  errors: number;
  totalTokens: number;
  cost: number;
}

export const nothing: UsageAmounts = { requests: 0, errors: 0, totalTokens: 0, cost: 0n };

/** Reads what the API sent. */
export function amountsOf({ requests, errors, totalTokens, cost }: SentAmounts): UsageAmounts {
  return { requests, errors, totalTokens, cost: toExact(cost) };
}

export function plus(a: UsageAmounts, b: UsageAmounts): UsageAmounts {
  return {
    requests: a.requests + b.requests,
    errors: a.errors + b.errors,
    totalTokens: a.totalTokens + b.totalTokens,
    cost: a.cost + b.cost,
  };
}

export function sum(all: Iterable<UsageAmounts>): UsageAmounts {
  let total = nothing;
  for (const amounts of all) {
    total = plus(total, amounts);
  }
  return total;
}

/** Failed calls in percent of all; 0 when there were none. */
export function errorRate({ requests, errors }: UsageAmounts): number {
  return requests === 0 ? 0 : (errors / requests) * 100;
}
