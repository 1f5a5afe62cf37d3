import { Button, CloseButton } from '@mantine/core';
import { dimensions } from '../model/dimensions';
import type { Filter } from '../model/filters';
import { AddFilter } from './add-filter';
import classes from './filter-chips.module.css';

interface Props {
  filters: Filter[];
  /** What people call a value that is an id; the value itself where it has no other name. */
  nameOf: (filter: Filter) => string | undefined;
  onAdd: (filter: Filter) => void;
  onRemove: (filter: Filter) => void;
  onClear: () => void;
}

/** The filters in force, each removable, and a way to add one. */
export function FilterChips({ filters, nameOf, onAdd, onRemove, onClear }: Props) {
  return (
    <div className={classes['chips']}>
      {filters.length > 0 && (
        <ul className={classes['list']} aria-label="Filters">
          {filters.map((filter) => (
            <Chip
              key={`${filter.dimension}=${filter.value ?? ''}`}
              filter={filter}
              name={nameOf(filter)}
              onRemove={() => onRemove(filter)}
            />
          ))}
        </ul>
      )}
      <AddFilter onAdd={onAdd} />
      {filters.length > 1 && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
          Clear all
        </Button>
      )}
    </div>
  );
}

function Chip({
  filter,
  name,
  onRemove,
}: {
  filter: Filter;
  name: string | undefined;
  onRemove: () => void;
}) {
  const { label } = dimensions[filter.dimension];
  const value = name ?? filter.value ?? 'not attributed';
  return (
    <li className={classes['chip']}>
      <span className={classes['text']}>
        <span className={classes['dimension']}>{label}:</span> {value}
      </span>
      <CloseButton
        size="sm"
        radius="xl"
        mr={3}
        aria-label={`Remove filter ${label}: ${value}`}
        onClick={onRemove}
      />
    </li>
  );
}
