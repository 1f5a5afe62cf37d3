import { describe, expect, it } from 'vitest';
import { windowKey, windowOptions, windowText } from './window';

describe('a window', () => {
  it.each([
    ['PT1H', 'in the last hour'],
    ['PT15M', 'in the last 15 minutes'],
    ['P7D', 'in the last 7 days'],
    ['PT90S', 'in the last 90 seconds'],
    ['P1Y', 'in the last P1Y'],
    ['THIS_MONTH', 'this month'],
  ])('is told in words: %s', (key, text) => {
    expect(windowText(key)).toBe(text);
  });

  it('is the same however it is written', () => {
    expect(windowKey({ last: 'PT168H', calendar: null })).toBe('P7D');
    expect(windowKey({ last: null, calendar: 'TODAY' })).toBe('TODAY');
  });

  it('that is not offered stays among the choices', () => {
    expect(windowOptions('PT2H').at(-1)).toEqual({ value: 'PT2H', label: 'in the last 2 hours' });
    expect(windowOptions('PT1H')).toHaveLength(12);
  });
});
