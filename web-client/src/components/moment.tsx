import { formatTime, type TimeFormat } from '@/lib/zoned-time';

interface Props {
  at: string;
  timeZone: string;
  format: TimeFormat;
}

/** A point in time, to the second in its title. */
export function Moment({ at, timeZone, format }: Props) {
  return (
    <time dateTime={at} title={formatTime(at, timeZone, 'moment')}>
      {formatTime(at, timeZone, format)}
    </time>
  );
}
