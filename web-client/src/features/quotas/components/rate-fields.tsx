import { SimpleGrid, TextInput } from '@mantine/core';
import type { RateDraft } from '../model/rate';

interface Props {
  rate: RateDraft;
  problems: Partial<RateDraft>;
  onChange: (rate: RateDraft) => void;
}

const fields = [
  { field: 'perSecond', label: 'Calls a second', placeholder: 'No rate' },
  { field: 'perMinute', label: 'Calls a minute', placeholder: 'No rate' },
  { field: 'burst', label: 'At once, at most', placeholder: 'As the rate' },
] as const;

/** Asks how fast calls may come; what is empty is not limited. */
export function RateFields({ rate, problems, onChange }: Props) {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm" role="group" aria-label="Rate">
      {fields.map(({ field, label, placeholder }) => (
        <TextInput
          key={field}
          type="number"
          inputMode="numeric"
          min={1}
          label={label}
          placeholder={placeholder}
          value={rate[field]}
          error={problems[field]}
          onChange={(event) => onChange({ ...rate, [field]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
