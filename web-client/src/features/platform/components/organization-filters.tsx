import { CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { statusWords, type View } from '../model/view';

interface Props {
  view: View;
  /** `typing` when it is one of many changes that follow each other. */
  onChange: (view: View, typing: boolean) => void;
}

const statuses = Object.entries(statusWords).map(([value, label]) => ({ value, label }));

/** Chooses which organizations are shown. */
export function OrganizationFilters({ view, onChange }: Props) {
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label="Which organizations">
      <TextInput
        size="xs"
        label="Name"
        placeholder="Part of a name or slug"
        maxLength={100}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        rightSection={
          view.search !== '' && (
            <CloseButton
              size="xs"
              aria-label="Clear name"
              onClick={() => onChange({ ...view, search: '' }, false)}
            />
          )
        }
        value={view.search}
        onChange={(event) => onChange({ ...view, search: event.currentTarget.value }, true)}
      />
      <NativeSelect
        size="xs"
        label="Status"
        data={[{ value: '', label: 'All' }, ...statuses]}
        value={view.status}
        onChange={(event) =>
          onChange({ ...view, status: event.currentTarget.value as View['status'] }, false)
        }
      />
    </Group>
  );
}
