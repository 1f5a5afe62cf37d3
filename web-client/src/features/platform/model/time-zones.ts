// Browsers list some zones by the names they had before.
const present = [
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Europe/Kyiv',
];

/** The time zones to choose from, by name; the one that is chosen at first is among them. */
export function timeZoneNames(chosen: string): string[] {
  const names = new Set([chosen, ...present, ...Intl.supportedValuesOf('timeZone')]);
  names.delete('UTC');
  return ['UTC', ...[...names].sort()];
}
