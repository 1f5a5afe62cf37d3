import { describe, expect, it } from 'vitest';
import { defaultView, readView, toUsageFilter, writeView, type LiveView } from './view';

describe('the live view in the address', () => {
  it('comes back as it was written', () => {
    const view: LiveView = {
      window: 60,
      filter: { model: 'a&b', feature: 'chat', status: 'ERROR', text: 'rate limit' },
    };
    expect(readView(writeView(view))).toEqual(view);
  });

  it('is empty for the default view, and falls back to it', () => {
    expect(writeView(defaultView).toString()).toBe('');
    expect(readView(new URLSearchParams('minutes=7&status=MAYBE'))).toEqual(defaultView);
  });

  it('asks the server for a model and a feature only', () => {
    expect(toUsageFilter({ model: '', feature: '', status: 'ERROR', text: 'x' })).toBeNull();
    expect(toUsageFilter({ model: 'm', feature: 'f', status: null, text: '' })).toEqual({
      model: ['m'],
      feature: ['f'],
    });
  });
});
