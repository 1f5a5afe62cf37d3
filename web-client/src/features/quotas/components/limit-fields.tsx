import { SimpleGrid, TextInput } from '@mantine/core';
import type { LimitsDraft } from '../model/limits';
import { metrics } from '../model/metrics';

interface Props {
  limits: LimitsDraft;
  problems: Partial<LimitsDraft>;
  onChange: (limits: LimitsDraft) => void;
}

/** Asks how much may be used; what is empty is not limited. */
export function LimitFields({ limits, problems, onChange }: Props) {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm" role="group" aria-label="Limits">
      {metrics.map(({ field, label }) => (
        <TextInput
          key={field}
          type="number"
          inputMode={field === 'cost' ? 'decimal' : 'numeric'}
          min={0}
          step="any"
          label={field === 'cost' ? 'Cost, USD' : label}
          placeholder="No limit"
          value={limits[field]}
          error={problems[field]}
          onChange={(event) => onChange({ ...limits, [field]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
