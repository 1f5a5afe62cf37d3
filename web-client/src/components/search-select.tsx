import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Choice, ChoiceSearch } from './use-choice-search';

interface Props {
  label: string;
  /** What stands there while nothing is chosen. */
  placeholder: string;
  /** Whether something must be chosen. */
  required?: boolean;
  search: ChoiceSearch;
  /** What there is for the text that was looked for last. */
  choices: Choice[];
  /** Whether others are on their way. */
  loading: boolean;
  error?: ReactNode;
  /** Called with the id of what is chosen; empty for nothing. */
  onChange: (id: string) => void;
}

/** Chooses one of more things than can be listed: what is typed is looked for by the server. */
export function SearchSelect({ search, choices, loading, required = false, onChange, ...input }: Props) {
  const { chosen, isTyping, choose, type } = search;
  const isOffered = chosen.id === '' || choices.some(({ id }) => id === chosen.id);
  const offered = isOffered ? choices : [chosen, ...choices];
  return (
    <Select
      {...input}
      required={required}
      searchable
      clearable={!required}
      allowDeselect={!required}
      clearButtonProps={{ 'aria-label': `Clear ${input.label.toLowerCase()}` }}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has looked for it already.
      filter={({ options }) => options}
      nothingFoundMessage={loading || isTyping ? 'Looking…' : 'Nothing has such a name'}
      maxDropdownHeight={240}
      value={chosen.id === '' ? null : chosen.id}
      onChange={(id) => {
        choose(offered.find((each) => each.id === id) ?? { id: '', name: '' });
        onChange(id ?? '');
      }}
      onSearchChange={type}
    />
  );
}
