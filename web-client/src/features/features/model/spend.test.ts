import { describe, expect, it } from 'vitest';
import { plusTick, spendOf } from './spend';

const known = new Map([['chat', { cost: 0.1, requests: 2 }]]);
const tick = (...names: (string | null)[]) => ({
  rows: names.map((value) => ({ key: { value }, metrics: { cost: 0.2, requests: 1 } })),
});

describe('what is spent on features', () => {
  it('grows exactly with what is spent since', () => {
    const { byName } = plusTick({ byName: known, complete: true }, tick('chat', 'search', null));
    expect([...byName]).toEqual([
      ['chat', { cost: 0.3, requests: 3 }],
      ['search', { cost: 0.2, requests: 1 }],
    ]);
  });

  it('stays unknown where not all of it was told', () => {
    const spending = plusTick({ byName: known, complete: false }, tick('search'));
    expect(spendOf('search', spending)).toBeNull();
    expect(spendOf('chat', spending)).toEqual({ cost: 0.1, requests: 2 });
  });
});
