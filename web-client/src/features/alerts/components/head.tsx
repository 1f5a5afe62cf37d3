import { Table } from '@mantine/core';
import { HiddenText } from '@/components/hidden-text';

/** The head of a table; with a column for what can be done where something can. */
export function Head({ columns, actions }: { columns: readonly string[]; actions: boolean }) {
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((label) => (
          <Table.Th key={label} scope="col">
            {label}
          </Table.Th>
        ))}
        {actions && (
          <Table.Th scope="col">
            <HiddenText>Actions</HiddenText>
          </Table.Th>
        )}
      </Table.Tr>
    </Table.Thead>
  );
}
