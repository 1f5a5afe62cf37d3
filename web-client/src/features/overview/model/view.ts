import type { SortDirection } from '@/gql/graphql';
import { type Dimension, isDimension, nextDimension } from './dimensions';
import { readFilters, withFilter, writeFilters, type Filter } from './filters';
import { isMetric, type Metric } from './metrics';
import { defaultPeriod, readPeriod, writePeriod, type Period } from './period';

/** Everything that makes up what the page shows. It lives in the address, so that a view can be shared. */
export interface View {
  period: Period;
  filters: Filter[];
  /** What the chart shows. */
  metric: Metric;
  /** What the table divides by. */
  by: Dimension;
  orderBy: Metric;
  direction: SortDirection;
  rows: number;
  /** Single calls in place of the breakdown. */
  calls: boolean;
}

export const firstRows = 10;
export const allRows = 200;

export const defaultView: View = {
  period: defaultPeriod,
  filters: [],
  metric: 'TOTAL_TOKENS',
  by: 'MODEL',
  orderBy: 'TOTAL_TOKENS',
  direction: 'DESC',
  rows: firstRows,
  calls: false,
};

/** Reads the view of an address; what makes no sense falls back to the default. */
export function readView(params: URLSearchParams): View {
  const metric = params.get('metric');
  const by = params.get('by');
  const orderBy = params.get('orderBy');
  return {
    period: readPeriod(params),
    filters: readFilters(params),
    metric: isMetric(metric) ? metric : defaultView.metric,
    by: isDimension(by) ? by : defaultView.by,
    orderBy: isMetric(orderBy) ? orderBy : defaultView.orderBy,
    direction: params.get('direction') === 'ASC' ? 'ASC' : 'DESC',
    rows: params.get('rows') === 'all' ? allRows : firstRows,
    calls: params.get('show') === 'calls',
  };
}

/** Writes the view as an address's parameters, leaving out what is the default. */
export function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  writePeriod(view.period, params);
  writeFilters(view.filters, params);
  for (const name of ['metric', 'by', 'orderBy', 'direction'] as const) {
    if (view[name] !== defaultView[name]) {
      params.set(name, view[name]);
    }
  }
  if (view.rows !== firstRows) {
    params.set('rows', 'all');
  }
  if (view.calls) {
    params.set('show', 'calls');
  }
  return params;
}

/** The address of a view. */
export function viewPath(view: View): string {
  return `?${writeView(view).toString()}`;
}

/** The view one step deeper: only the calls of one row, divided by the next dimension, or one by one. */
export function drillInto(view: View, value: string | null): View {
  const filters = withFilter(view.filters, { dimension: view.by, value });
  const next = nextDimension(view.by, new Set(filters.map((f) => f.dimension)));
  return { ...view, filters, by: next ?? view.by, rows: firstRows, calls: next === null };
}
