import type { UsageFilter, UsageStatus } from '@/gql/graphql';

/** The lengths of time to look at, in minutes. */
export const windows = [5, 15, 30, 60] as const;

export type Window = (typeof windows)[number];

/** Which calls the tail shows; empty text and null: all. */
export interface TailFilter {
  model: string;
  feature: string;
  status: UsageStatus | null;
  /** Contained in one of a call's names or in its id, in any case. */
  text: string;
}

/** What the page shows. It lives in the address, so that it can be shared. */
export interface LiveView {
  window: Window;
  filter: TailFilter;
}

export const noFilter: TailFilter = { model: '', feature: '', status: null, text: '' };

export const defaultView: LiveView = { window: 15, filter: noFilter };

/** Reads the view of an address; what makes no sense falls back to the default. */
export function readView(params: URLSearchParams): LiveView {
  const minutes = Number(params.get('minutes'));
  const status = params.get('status');
  return {
    window: windows.find((window) => window === minutes) ?? defaultView.window,
    filter: {
      model: params.get('model') ?? '',
      feature: params.get('feature') ?? '',
      status: status === 'SUCCESS' || status === 'ERROR' ? status : null,
      text: params.get('text') ?? '',
    },
  };
}

/** Writes the view as an address's parameters, leaving out what is the default. */
export function writeView({ window, filter }: LiveView): URLSearchParams {
  const params = new URLSearchParams();
  if (window !== defaultView.window) {
    params.set('minutes', String(window));
  }
  for (const name of ['model', 'feature', 'status', 'text'] as const) {
    const value = filter[name];
    if (value !== null && value !== '') {
      params.set(name, value);
    }
  }
  return params;
}

/** What the server is asked to leave out, so that a sample is one of what is looked for; null when nothing. */
export function toUsageFilter({ model, feature }: TailFilter): UsageFilter | null {
  if (model === '' && feature === '') {
    return null;
  }
  return {
    ...(model === '' ? {} : { model: [model] }),
    ...(feature === '' ? {} : { feature: [feature] }),
  };
}
