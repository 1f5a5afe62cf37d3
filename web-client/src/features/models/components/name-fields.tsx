import { Autocomplete, SimpleGrid, TextInput } from '@mantine/core';
import type { Draft, Problems } from '../model/own-price';

interface Props {
  draft: Draft;
  problems: Problems;
  /** The providers to choose from; others may be named too. */
  providers: string[];
  onChange: (draft: Draft) => void;
}

/** Asks which model a price is of. It need not be listed. */
export function NameFields({ draft, problems, providers, onChange }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Autocomplete
        label="Provider"
        required
        maxLength={200}
        data-autofocus
        data={providers}
        limit={50}
        value={draft.provider}
        error={problems.provider}
        onChange={(provider) => onChange({ ...draft, provider })}
      />
      <TextInput
        label="Model"
        required
        maxLength={200}
        autoComplete="off"
        value={draft.name}
        error={problems.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
