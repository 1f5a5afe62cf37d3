const minute = 60_000;
const units = [
  [24 * 60 * minute, 'day'],
  [60 * minute, 'hour'],
  [minute, 'minute'],
  [1000, 'second'],
] as const;

/** How long an ISO 8601 duration of days and less is, in milliseconds; undefined when it is none. */
export function millisecondsOf(iso: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(iso);
  if (match === null) {
    return undefined;
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * minute + seconds * 1000;
}

/** A duration in words: `15 minutes`, `1 hour`, `7 days`; as it is where it is none. */
export function durationText(iso: string): string {
  const length = millisecondsOf(iso);
  if (length === undefined || length === 0) {
    return length === 0 ? 'no time' : iso;
  }
  const [size, name] = units.find(([each]) => length % each === 0) ?? [1000, 'second'];
  const count = length / size;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** Whether two durations are as long, however they are written: `P1D`, `PT24H`. */
export function isAsLong(a: string, b: string): boolean {
  return a === b || (millisecondsOf(a) !== undefined && millisecondsOf(a) === millisecondsOf(b));
}
