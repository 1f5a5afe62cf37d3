import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

/** Something to choose. */
export interface Choice {
  id: string;
  name: string;
}

interface Props {
  label: string;
  /** What stands there while nothing is chosen. */
  placeholder: string;
  /** Whether something must be chosen. */
  required?: boolean;
  /** The id of what is chosen; empty when nothing is. */
  value: string;
  /** The name of what is chosen, should it not have been chosen here. */
  name?: string;
  /** What there is for the text that was looked for last. */
  choices: Choice[];
  /** Whether others are on their way. */
  loading: boolean;
  error?: ReactNode;
  /** Called with the text to look for. */
  onSearch: (text: string) => void;
  onChange: (id: string) => void;
}

/** Chooses one of more things than can be listed: what is typed is looked for by the server. */
export function SearchSelect({ value, name, choices, loading, required = false, ...props }: Props) {
  const { label, placeholder, error, onSearch, onChange } = props;
  const [chosen, setChosen] = useState<Choice>({ id: value, name: name ?? value });
  const current = chosen.id === value ? chosen : { id: value, name: name ?? value };
  const isOffered = value === '' || choices.some(({ id }) => id === value);
  const offered = isOffered ? choices : [current, ...choices];

  function choose(id: string) {
    setChosen(offered.find((each) => each.id === id) ?? { id, name: '' });
    onChange(id);
  }

  return (
    <Select
      label={label}
      placeholder={placeholder}
      required={required}
      error={error}
      searchable
      clearable={!required}
      allowDeselect={!required}
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      data={offered.map((each) => ({ value: each.id, label: each.name }))}
      // The server has looked for it already.
      filter={({ options }) => options}
      nothingFoundMessage={loading ? 'Looking…' : 'Nothing has such a name'}
      maxDropdownHeight={240}
      value={value === '' ? null : value}
      onChange={(id) => choose(id ?? '')}
      // What is chosen stands where one types: with it the list is the whole one again.
      onSearchChange={(text) => onSearch(text === current.name ? '' : text)}
    />
  );
}
