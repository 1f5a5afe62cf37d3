import { Checkbox, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { capabilityWords } from '@/lib/capabilities';
import type { View } from '../model/view';
import { typeWords } from '../model/words';

interface Props {
  view: View;
  providers: { name: string; label: string }[];
  /** `typing` when it is one of many changes that follow each other. */
  onChange: (view: View, typing: boolean) => void;
}

const types = Object.entries(typeWords).map(([value, label]) => ({ value, label }));

/** Chooses which models are shown. */
export function ModelFilters({ view, providers, onChange }: Props) {
  const known = providers.some(({ name }) => name === view.provider) || view.provider === '';
  const offered = known ? providers : [{ name: view.provider, label: view.provider }, ...providers];
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label="Which models">
      <TextInput
        size="xs"
        label="Name"
        placeholder="Part of a name"
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
        label="Provider"
        data={[
          { value: '', label: 'All providers' },
          ...offered.map(({ name, label }) => ({ value: name, label })),
        ]}
        value={view.provider}
        onChange={(event) => onChange({ ...view, provider: event.currentTarget.value }, false)}
      />
      <NativeSelect
        size="xs"
        label="Type"
        data={[{ value: '', label: 'All types' }, ...types]}
        value={view.type}
        onChange={(event) => onChange({ ...view, type: event.currentTarget.value as View['type'] }, false)}
      />
      <NativeSelect
        size="xs"
        label="Price"
        data={[
          { value: '', label: 'Known or not' },
          { value: 'yes', label: 'Known' },
          { value: 'no', label: 'Not known' },
        ]}
        value={view.priced}
        onChange={(event) =>
          onChange({ ...view, priced: event.currentTarget.value as View['priced'] }, false)
        }
      />
      <Checkbox.Group
        label="Can"
        size="xs"
        value={view.capabilities}
        onChange={(values) => onChange({ ...view, capabilities: values }, false)}
      >
        <Group gap="sm" mih={30}>
          {Object.entries(capabilityWords).map(([value, label]) => (
            <Checkbox key={value} size="xs" value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
    </Group>
  );
}
