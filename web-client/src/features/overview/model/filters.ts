import type { UsageFilter } from '@/gql/graphql';
import { type Dimension, dimensionNames, dimensions, isDimension } from './dimensions';

/** Calls with this value of this dimension; value null: calls that have none. */
export interface Filter {
  dimension: Dimension;
  value: string | null;
}

/** The filters as the API asks for them; null when there are none. */
export function toUsageFilter(filters: readonly Filter[]): UsageFilter | null {
  if (filters.length === 0) {
    return null;
  }
  const result: UsageFilter = {};
  for (const { dimension, value } of filters) {
    if (value === null) {
      result.unattributed = [...(result.unattributed ?? []), dimension];
    } else {
      const field = dimensions[dimension].field;
      result[field] = [...(result[field] ?? []), value];
    }
  }
  return result;
}

/** The filters with this one in place of any other of its dimension. */
export function withFilter(filters: readonly Filter[], filter: Filter): Filter[] {
  return [...filters.filter((f) => f.dimension !== filter.dimension), filter];
}

/** The filters without this one. */
export function withoutFilter(filters: readonly Filter[], filter: Filter): Filter[] {
  return filters.filter((f) => f.dimension !== filter.dimension || f.value !== filter.value);
}

/** Reads the filters of an address. */
export function readFilters(params: URLSearchParams): Filter[] {
  const attributed = dimensionNames.flatMap((dimension) =>
    params.getAll(dimensions[dimension].field).map((value) => ({ dimension, value })),
  );
  const unattributed = params
    .getAll('unattributed')
    .filter(isDimension)
    .map((dimension) => ({ dimension, value: null }));
  return [...attributed, ...unattributed];
}

/** Writes the filters into an address. */
export function writeFilters(filters: readonly Filter[], params: URLSearchParams): void {
  for (const { dimension, value } of filters) {
    if (value === null) {
      params.append('unattributed', dimension);
    } else {
      params.append(dimensions[dimension].field, value);
    }
  }
}
