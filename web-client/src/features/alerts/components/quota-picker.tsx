import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { SearchSelect } from '@/components/search-select';
import { useQuotaChoices, type QuotaNames } from '../api/get-quota-names';

interface Props {
  /** The id of the quota; empty for every quota. */
  value: string;
  names: QuotaNames;
  onChange: (id: string) => void;
}

/** Chooses a quota by a part of its name. */
export function QuotaPicker({ value, names, onChange }: Props) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const { choices, loading } = useQuotaChoices(asked);
  return (
    <SearchSelect
      label="Quota"
      placeholder="Every quota"
      value={value}
      name={names.get(value) ?? 'One that is no more'}
      choices={choices}
      loading={loading || asked !== search}
      onSearch={setSearch}
      onChange={onChange}
    />
  );
}
