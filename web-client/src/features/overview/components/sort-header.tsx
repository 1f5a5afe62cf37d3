import { Table } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import classes from '@/components/data-table.module.css';
import type { SortDirection } from '@/gql/graphql';

interface Props {
  label: string;
  /** The order in force when the rows are ordered by this column. */
  sorted: SortDirection | null;
  onSort: (direction: SortDirection) => void;
}

/** A column's head that orders the rows; largest first at the first press. */
export function SortHeader({ label, sorted, onSort }: Props) {
  const Icon = sorted === 'ASC' ? IconChevronUp : IconChevronDown;
  return (
    <Table.Th
      scope="col"
      className={classes['number']}
      {...(sorted === null ? {} : { 'aria-sort': sorted === 'ASC' ? 'ascending' : 'descending' })}
    >
      <button
        type="button"
        className={classes['sort']}
        onClick={() => onSort(sorted === 'DESC' ? 'ASC' : 'DESC')}
      >
        {label}
        {sorted !== null && <Icon size={13} aria-hidden="true" />}
      </button>
    </Table.Th>
  );
}
