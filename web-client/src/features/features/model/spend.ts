import type { FeaturesQuery } from '@/gql/graphql';
import { toExact, toNumber } from '@/lib/decimal';
import type { SpendTick } from '../api/watch-spend';

/** What was spent on a feature. */
export interface Spend {
  cost: number;
  requests: number;
}

/** What was spent on all features, by their names. */
export interface Spending {
  byName: ReadonlyMap<string, Spend>;
  /** Whether every feature is in it that anything was spent on. */
  complete: boolean;
}

export type Usage = NonNullable<FeaturesQuery['organization']['usage']>;

/** What the page's numbers say. */
export function spendingOf({ breakdown: { rows, otherCount } }: Usage): Spending {
  const named = rows.nodes.flatMap(({ keys: [key], metrics }) =>
    typeof key?.value === 'string' ? [[key.value, metrics] as const] : [],
  );
  return { byName: new Map(named), complete: otherCount === 0 };
}

/** The same with what was spent since. A feature whose spend is not known stays so. */
export function plusTick(spending: Spending, { rows }: Pick<SpendTick, 'rows'>): Spending {
  const byName = new Map(spending.byName);
  for (const { key, metrics } of rows) {
    const before = key.value === null ? null : spendOf(key.value, spending);
    if (key.value !== null && before !== null) {
      byName.set(key.value, {
        cost: toNumber(toExact(before.cost) + toExact(metrics.cost)),
        requests: before.requests + metrics.requests,
      });
    }
  }
  return { ...spending, byName };
}

/** What was spent on one feature; null when that is not known. */
export function spendOf(name: string, { byName, complete }: Spending): Spend | null {
  return byName.get(name) ?? (complete ? { cost: 0, requests: 0 } : null);
}
