import { describe, expect, it } from 'vitest';
import { defaultView, drillInto, readView, viewPath, writeView, type View } from './view';

const everything: View = {
  period: { kind: 'custom', firstDay: '2026-10-25', lastDay: '2026-11-01' },
  filters: [
    { dimension: 'MODEL', value: 'gpt-5.5' },
    { dimension: 'MODEL', value: 'a&b=c' },
    { dimension: 'TEAM', value: null },
  ],
  metric: 'COST',
  by: 'FEATURE',
  orderBy: 'ERROR_RATE',
  direction: 'ASC',
  rows: 200,
  calls: true,
};

describe('a view in the address', () => {
  it('comes back as it was written', () => {
    expect(readView(writeView(everything))).toEqual(everything);
  });

  it('is empty for the default view', () => {
    expect(writeView(defaultView).toString()).toBe('');
    expect(readView(new URLSearchParams())).toEqual(defaultView);
  });

  it('falls back to the default where the address makes no sense', () => {
    const nonsense = 'period=99y&from=2026-02-31&to=x&metric=MAGIC&by=NOTHING&orderBy=&unattributed=no';
    expect(readView(new URLSearchParams(nonsense))).toEqual(defaultView);
    expect(readView(new URLSearchParams('from=2026-11-02&to=2026-11-01')).period).toEqual(defaultView.period);
  });

  it('is a path relative to the page', () => {
    expect(viewPath({ ...defaultView, calls: true })).toBe('?show=calls');
  });
});

describe('drilling', () => {
  it('leads from provider to the single calls', () => {
    let view: View = { ...defaultView, by: 'PROVIDER' };
    const path = ['openai', 'gpt-5.5', 'chat', null, 'u-1'].map((value) => {
      view = drillInto(view, value);
      return view.calls ? 'calls' : view.by;
    });
    expect(path).toEqual(['MODEL', 'FEATURE', 'TEAM', 'USER', 'calls']);
    expect(view.filters).toEqual([
      { dimension: 'PROVIDER', value: 'openai' },
      { dimension: 'MODEL', value: 'gpt-5.5' },
      { dimension: 'FEATURE', value: 'chat' },
      { dimension: 'TEAM', value: null },
      { dimension: 'USER', value: 'u-1' },
    ]);
  });

  it('replaces a filter of the same dimension and skips what is filtered already', () => {
    const filters = [
      { dimension: 'MODEL' as const, value: 'old' },
      { dimension: 'FEATURE' as const, value: 'chat' },
    ];
    const next = drillInto({ ...defaultView, filters }, 'new');
    expect(next.by).toBe('TEAM');
    expect(next.filters).toContainEqual({ dimension: 'MODEL', value: 'new' });
    expect(next.filters).not.toContainEqual({ dimension: 'MODEL', value: 'old' });
  });

  it('starts the path from a dimension outside it', () => {
    expect(drillInto({ ...defaultView, by: 'ENVIRONMENT' }, 'production').by).toBe('PROVIDER');
  });
});
