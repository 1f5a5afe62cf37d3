import { describe, expect, it } from 'vitest';
import { expiryOf } from './lifetime';

const now = new Date('2026-11-22T12:00:00Z');

describe('the expiry of a key', () => {
  it('is so many days from now', () => {
    expect(expiryOf('30', '', 'Europe/Berlin', now)).toBe('2026-12-22T12:00:00.000Z');
  });

  it('is the end of the last day, where the organization is', () => {
    expect(expiryOf('day', '2026-11-22', 'Europe/Berlin', now)).toBe('2026-11-22T23:00:00.000Z');
  });

  it('may be none', () => {
    expect(expiryOf('never', '', 'Europe/Berlin', now)).toBeNull();
  });

  it.each(['', '2026-13-01', '2026-11-21'])('is not on a day like %j', (day) => {
    expect(expiryOf('day', day, 'Europe/Berlin', now)).toBeUndefined();
  });
});
