import { Button, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { dimensionNames, dimensions, isDimension } from '../model/dimensions';
import type { Filter } from '../model/filters';

/** Offers to look at the calls of one value only. */
export function AddFilter({ onAdd }: { onAdd: (filter: Filter) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      // A form that is being filled in stays, also when a phone's keyboard scrolls its button away.
      hideDetached={false}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          radius="xl"
          px="sm"
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          onClick={() => setOpen(!open)}
        >
          Add filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add filter">
        <FilterForm
          onSubmit={(filter) => {
            setOpen(false);
            onAdd(filter);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterForm({ onSubmit }: { onSubmit: (filter: Filter) => void }) {
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const dimension = form.get('dimension') as string;
    const value = (form.get('value') as string).trim();
    if (isDimension(dimension)) {
      onSubmit({ dimension, value: value === '' ? null : value });
    }
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <NativeSelect
          label="Dimension"
          name="dimension"
          data-autofocus
          data={dimensionNames.map((name) => ({ value: name, label: dimensions[name].label }))}
        />
        <TextInput
          label="Value"
          name="value"
          description="Exact; empty for calls that have none."
          autoComplete="off"
        />
        <Button type="submit" size="xs">
          Apply
        </Button>
      </Stack>
    </form>
  );
}
