import { Button, Code, Group, Table, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import classes from '@/components/data-table.module.css';
import { HiddenText } from '@/components/hidden-text';
import { ScrollRegion } from '@/components/scroll-region';
import type { Unit } from '../api/get-units';

interface Props {
  title: string;
  units: Unit[];
  /** Absent when the viewer may not change them. */
  onRename: ((unit: Unit, name: string) => void) | undefined;
  onDelete: ((unit: Unit) => void) | undefined;
}

/** The units by their keys. */
export function UnitTable({ title, units, onRename, onDelete }: Props) {
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <ScrollRegion label={`All ${title.toLowerCase()}`}>
      <Table className={classes['table']} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col">In events</Table.Th>
            {onRename !== undefined && (
              <Table.Th scope="col">
                <HiddenText>Actions</HiddenText>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Table.Tr key={unit.id}>
              <Table.Th scope="row" className={classes['wrapping']}>
                {renaming === unit.id && onRename !== undefined ? (
                  <RenameForm
                    unit={unit}
                    onRename={(name) => {
                      setRenaming(null);
                      onRename(unit, name);
                    }}
                    onCancel={() => setRenaming(null)}
                  />
                ) : (
                  unit.name
                )}
              </Table.Th>
              <Table.Td>
                <Code>{unit.key}</Code>
              </Table.Td>
              {onRename !== undefined && (
                <Table.Td className={classes['number']}>
                  <Group gap={6} justify="flex-end" wrap="nowrap">
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Rename ${unit.name}`}
                      onClick={() => setRenaming(unit.id)}
                    >
                      Rename
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Forget ${unit.name}`}
                      onClick={() => onDelete?.(unit)}
                    >
                      Forget
                    </Button>
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

interface RenameProps {
  unit: Unit;
  onRename: (name: string) => void;
  onCancel: () => void;
}

function RenameForm({ unit, onRename, onCancel }: RenameProps) {
  const [name, setName] = useState(unit.name);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (name.trim() !== '') {
      onRename(name.trim());
    }
  }

  return (
    <form onSubmit={submit} aria-label={`Name of ${unit.key}`}>
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="xs"
          aria-label="Name"
          autoFocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="compact-xs" type="submit">
          Save
        </Button>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
