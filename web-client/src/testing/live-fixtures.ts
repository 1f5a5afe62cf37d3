import type {
  LiveCallsSubscription,
  LiveCountsFragment,
  LiveQuery,
  LiveRowFragment,
  LiveTicksSubscription,
  LiveWindowFragment,
} from '@/gql/graphql';

type Tick = LiveTicksSubscription['usageTicks'];
type Item = LiveCallsSubscription['usageEvents'];

export const models = ['gpt-5.5', 'claude-sonnet-4-5', 'gemini-3.1-pro-preview', 'gpt-5.5-mini'];
export const features = ['chat', 'search', 'summaries', 'autocomplete', 'translation'];

const minute = 60_000;

/** Counts whose parts stand in the same proportion everywhere. */
export function counts(requests: number, errors = 0): LiveCountsFragment {
  return { requests, errors, totalTokens: requests * 1_000, cost: (requests * 2_500) / 1_000_000 };
}

/** Rows with so many calls each. */
export function rows(calls: Record<string, number>): LiveRowFragment[] {
  return Object.entries(calls).map(([value, requests]) => ({ key: { value }, metrics: counts(requests) }));
}

function shares(names: readonly string[], requests: number): LiveRowFragment[] {
  const weight = (names.length * (names.length + 1)) / 2;
  return rows(
    Object.fromEntries(
      names.map((name, index) => [name, Math.round((requests * (names.length - index)) / weight)]),
    ),
  );
}

function window(now: number, minutes: number, perMinute: number): LiveWindowFragment {
  const from = Math.floor(now / minute) * minute - minutes * minute;
  return {
    from: new Date(from).toISOString(),
    byModel: shares(models, minutes * perMinute),
    byFeature: shares(features, minutes * perMinute),
  };
}

/** An answer to the live page's request: as many calls in each minute before, none yet in the running one. */
export function past(at = '2026-11-22T12:00:00Z', perMinute = 60): LiveQuery {
  const now = Date.parse(at);
  const running = Math.floor(now / minute) * minute;
  return {
    organization: {
      id: 'organization-1',
      usage: { liveCursor: 'at-opening' },
      last5: window(now, 5, perMinute),
      last15: window(now, 15, perMinute),
      last30: window(now, 30, perMinute),
      last60: {
        ...window(now, 60, perMinute),
        to: at,
        minutes: Array.from({ length: 61 }, (_, index) => ({
          at: new Date(running - (60 - index) * minute).toISOString(),
          metrics: counts(index === 60 ? 0 : perMinute),
        })),
      },
    },
  };
}

/** A tick of one call at the beginning of 12:00, as changed. */
export function tick(change: Partial<Tick> = {}): Tick {
  const sequence = change.sequence ?? 1;
  return {
    cursor: `at-${sequence}`,
    kind: 'DELTA',
    sequence,
    sinceSequence: sequence - 1,
    from: '2026-11-22T12:00:00.200Z',
    to: '2026-11-22T12:00:00.400Z',
    degraded: false,
    metrics: counts(1),
    rows: [],
    ...change,
  };
}

/** A call of the live feed, as changed. */
export function item(number: number, change: Partial<Item['event']> = {}, sampleFactor = 1): Item {
  return {
    cursor: `call-${number}`,
    sampleFactor,
    event: {
      id: `019aa4b6-4500-7bb1-866e-${String(number).padStart(12, '0')}`,
      occurredAt: '2026-11-22T12:00:00.300Z',
      provider: 'openai',
      model: 'gpt-5.5',
      feature: 'chat',
      team: 'search',
      user: `u-${number % 7}`,
      status: 'SUCCESS',
      errorCode: null,
      inputTokens: 374 + number,
      outputTokens: 44,
      latencyMs: 812,
      cost: 0.00319,
      ...change,
    },
  };
}
