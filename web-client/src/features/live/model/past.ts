import { amountsOf, nothing, sum, type UsageAmounts } from '@/lib/usage-amounts';
import type { LiveRowFragment } from '@/gql/graphql';
import type { Past } from '../api/get-live';
import type { Dimension, Minute, Rows } from './minutes';

/** A stretch of time before the page was opened, of which only the sums by model and feature are known. */
export interface PastPart {
  from: number;
  to: number;
  total: UsageAmounts;
  models: Rows;
  features: Rows;
}

/** The hour before the page was opened, cut where one of the windows that were asked for begins. */
export function pastOf(organization: Past, minutes: readonly Minute[]): PastPart[] {
  const { last5, last15, last30, last60 } = organization;
  let inner = { from: Number.POSITIVE_INFINITY, models: new Map() as Rows, features: new Map() as Rows };
  return [last5, last15, last30, last60].map((window) => {
    const outer = {
      from: Date.parse(window.from),
      models: rowsOf(window.byModel),
      features: rowsOf(window.byFeature),
    };
    const part = {
      from: outer.from,
      to: inner.from,
      total: pastIn(minutes, outer.from, inner.from),
      models: without(outer.models, inner.models),
      features: without(outer.features, inner.features),
    };
    inner = outer;
    return part;
  });
}

/**
 * What a part adds by one dimension to a window that begins at `from`. When the window holds only some of its minutes, each row
 * counts by how much of the whole these have: an estimate by row, exact in the sum, and over as soon as the part is left behind.
 */
export function remainder(
  part: PastPart,
  minutes: readonly Minute[],
  from: number,
  dimension: Dimension,
): Rows {
  const left = pastIn(minutes, Math.max(from, part.from), part.to);
  const rows = [...part[dimension]].map(([key, row]) => [key, scale(row, left, part.total)] as const);
  return new Map(rows.filter(([, row]) => row.requests > 0 || row.totalTokens > 0));
}

function pastIn(minutes: readonly Minute[], from: number, to: number): UsageAmounts {
  return sum(minutes.filter(({ at }) => at >= from && at < to).map(({ past }) => past));
}

function rowsOf(rows: readonly LiveRowFragment[]): Rows {
  return new Map(rows.map(({ key, metrics }) => [key.value, amountsOf(metrics)]));
}

function without(rows: Rows, inner: Rows): Rows {
  return new Map(
    [...rows].map(([key, row]) => {
      const { requests, errors, totalTokens, cost } = inner.get(key) ?? nothing;
      // Calls that come in between the two counts must not make a number negative.
      return [
        key,
        {
          requests: Math.max(0, row.requests - requests),
          errors: Math.max(0, row.errors - errors),
          totalTokens: Math.max(0, row.totalTokens - totalTokens),
          cost: row.cost > cost ? row.cost - cost : 0n,
        },
      ];
    }),
  );
}

function scale(row: UsageAmounts, part: UsageAmounts, whole: UsageAmounts): UsageAmounts {
  const scaled = (name: 'requests' | 'errors' | 'totalTokens') =>
    whole[name] === 0 ? 0 : Math.round((row[name] * part[name]) / whole[name]);
  return {
    requests: scaled('requests'),
    errors: scaled('errors'),
    totalTokens: scaled('totalTokens'),
    cost: whole.cost === 0n ? 0n : (row.cost * part.cost) / whole.cost,
  };
}
