import { SearchSelect } from '@/components/search-select';
import { useChoiceSearch } from '@/components/use-choice-search';
import { useKeyChoices } from '../api/get-key-choices';

interface Props {
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}

/** Chooses an API key by a part of its name. */
export function KeyPicker({ value, error, onChange }: Props) {
  const search = useChoiceSearch(value);
  return (
    <SearchSelect
      label="Which one"
      placeholder="Part of a key’s name"
      required
      search={search}
      error={error}
      onChange={onChange}
      {...useKeyChoices(search.asked)}
    />
  );
}
