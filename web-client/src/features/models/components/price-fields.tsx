import { SimpleGrid, TextInput } from '@mantine/core';
import type { Draft, Problems } from '../model/own-price';

interface Props {
  draft: Draft;
  problems: Problems;
  timeZone: string;
  onChange: (draft: Draft) => void;
}

/** Asks what a model costs, and from when on. */
export function PriceFields({ draft, problems, timeZone, onChange }: Props) {
  const text = (name: keyof Draft) => ({
    value: draft[name],
    error: problems[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  });
  const amount = (name: keyof Draft) => ({
    type: 'number',
    inputMode: 'decimal' as const,
    min: 0,
    step: 'any',
    ...text(name),
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput label="Input, USD a million" required {...amount('input')} />
      <TextInput label="Output, USD a million" required {...amount('output')} />
      <TextInput label="Cached input" placeholder="As input" {...amount('cacheRead')} />
      <TextInput label="Written to cache" placeholder="As input" {...amount('cacheWrite')} />
      <TextInput
        type="date"
        label="From"
        description={`Empty: from now on. A day begins in ${timeZone}.`}
        {...text('firstDay')}
      />
    </SimpleGrid>
  );
}
