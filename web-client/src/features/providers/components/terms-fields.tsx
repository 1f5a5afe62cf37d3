import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ProviderCredentialSource } from '@/gql/graphql';
import type { Terms } from '../model/budget';
import { sourceWords } from '../model/words';

interface Props {
  terms: Terms;
  problem: string | undefined;
  onChange: (terms: Terms) => void;
}

/** Asks who pays, and how much it may be. */
export function TermsFields({ terms, problem, onChange }: Props) {
  return (
    <>
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label="Paid by"
          data={Object.entries(sourceWords).map(([value, label]) => ({ value, label }))}
          value={terms.source}
          onChange={(event) =>
            onChange({ ...terms, source: event.currentTarget.value as ProviderCredentialSource })
          }
        />
        <TextInput
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          label="Monthly budget, USD"
          placeholder="No budget"
          value={terms.monthlyBudget}
          error={problem}
          onChange={(event) => onChange({ ...terms, monthlyBudget: event.currentTarget.value })}
        />
      </Group>
      <Checkbox
        label="Disable it once the month’s cost exceeds the budget"
        checked={terms.autoDisable}
        onChange={(event) => onChange({ ...terms, autoDisable: event.currentTarget.checked })}
      />
    </>
  );
}
