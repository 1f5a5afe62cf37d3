import type { Formatter } from '@/lib/format';
import { HiddenText } from './hidden-text';

/** A number in short form, with the full one as title and for screen readers; a dash when there is none. */
export function FormattedNumber({ value, format }: { value: number | null; format: Formatter }) {
  if (value === null) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <HiddenText>none</HiddenText>
      </>
    );
  }
  const { short, full } = format(value);
  if (short === full) {
    return <span>{short}</span>;
  }
  return (
    <span title={full}>
      <span aria-hidden="true">{short}</span>
      <HiddenText>{full}</HiddenText>
    </span>
  );
}
