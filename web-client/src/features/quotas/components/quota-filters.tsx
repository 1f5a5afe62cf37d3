import { CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { View } from '../model/view';
import { scopeWords, statusWords } from '../model/words';

interface Props {
  view: View;
  /** `typing` when it is one of many changes that follow each other. */
  onChange: (view: View, typing: boolean) => void;
}

const options = (any: string, words: Record<string, string>) => [
  { value: '', label: any },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

/** Chooses which quotas are shown. */
export function QuotaFilters({ view, onChange }: Props) {
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label="Which quotas">
      <TextInput
        size="xs"
        label="Search"
        placeholder="Name, team, model …"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        rightSection={
          view.search !== '' && (
            <CloseButton
              size="xs"
              aria-label="Clear search"
              onClick={() => onChange({ ...view, search: '' }, false)}
            />
          )
        }
        maxLength={200}
        value={view.search}
        onChange={(event) => onChange({ ...view, search: event.currentTarget.value }, true)}
      />
      <NativeSelect
        size="xs"
        label="Holding for"
        data={options('Anything', scopeWords)}
        value={view.scope}
        onChange={(event) => onChange({ ...view, scope: event.currentTarget.value as View['scope'] }, false)}
      />
      <NativeSelect
        size="xs"
        label="Status"
        data={options('Any', statusWords)}
        value={view.status}
        onChange={(event) =>
          onChange({ ...view, status: event.currentTarget.value as View['status'] }, false)
        }
      />
    </Group>
  );
}
