import { SearchSelect } from '@/components/search-select';
import { useChoiceSearch } from '@/components/use-choice-search';
import { useQuotaChoices, type QuotaNames } from '../api/get-quota-names';

interface Props {
  /** The id of the quota; empty for every quota. */
  value: string;
  names: QuotaNames;
  onChange: (id: string) => void;
}

/** Chooses a quota by a part of its name. */
export function QuotaPicker({ value, names, onChange }: Props) {
  const known = names.get(value);
  const search = useChoiceSearch(value, known === null ? 'One that is no more' : (known ?? 'One quota'));
  return (
    <SearchSelect
      label="Quota"
      placeholder="Every quota"
      search={search}
      onChange={onChange}
      {...useQuotaChoices(search.asked)}
    />
  );
}
