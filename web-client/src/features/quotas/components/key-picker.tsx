import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { SearchSelect } from '@/components/search-select';
import { useKeyChoices } from '../api/get-key-choices';

interface Props {
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}

/** Chooses an API key by a part of its name. */
export function KeyPicker({ value, error, onChange }: Props) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const { choices, loading } = useKeyChoices(asked);
  return (
    <SearchSelect
      label="Which one"
      placeholder="Part of a key’s name"
      required
      value={value}
      choices={choices}
      loading={loading || asked !== search}
      error={error}
      onSearch={setSearch}
      onChange={onChange}
    />
  );
}
