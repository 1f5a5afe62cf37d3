import { describe, expect, it } from 'vitest';
import { dayInZone, instantOf, isDay, isMidnight, startOfDay } from './zoned-time';

describe('days in a zone', () => {
  it('begin at its midnight', () => {
    expect(startOfDay('2026-11-22', 'Europe/Berlin')).toBe('2026-11-21T23:00:00.000Z');
    expect(startOfDay('2026-11-22', 'Asia/Kolkata')).toBe('2026-11-21T18:30:00.000Z');
  });

  it('have 23 or 25 hours when the clocks change', () => {
    const hours = (day: string) =>
      (Date.parse(startOfDay(day, 'Europe/Berlin', 1)) - Date.parse(startOfDay(day, 'Europe/Berlin'))) /
      3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([23, 25, 24]);
  });

  it('are those of the zone, not of the reader', () => {
    expect(dayInZone('2026-11-21T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-22');
    expect(isMidnight('2026-11-21T23:00:00Z', 'Europe/Berlin')).toBe(true);
    expect(isMidnight('2026-11-22T00:00:00Z', 'Europe/Berlin')).toBe(false);
  });

  it('exist in the calendar', () => {
    expect([isDay('2026-02-28'), isDay('2026-02-29'), isDay('2026-2-1'), isDay(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a time on the zone’s clocks', () => {
  it('is an instant, in summer another one than in winter', () => {
    expect(instantOf('2026-07-01T09:30', 'Europe/Berlin')).toBe('2026-07-01T07:30:00.000Z');
    expect(instantOf('2026-12-01T09:30', 'Europe/Berlin')).toBe('2026-12-01T08:30:00.000Z');
  });

  it('must be in the calendar', () => {
    expect(instantOf('2026-02-29T09:30', 'UTC')).toBeUndefined();
    expect(instantOf('2026-02-28T24:00', 'UTC')).toBeUndefined();
    expect(instantOf('', 'UTC')).toBeUndefined();
  });
});
