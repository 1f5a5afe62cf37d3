import { Button, CloseButton } from '@mantine/core';
import { dimensions } from '../model/dimensions';
import type { Filter } from '../model/filters';
import classes from './filter-chips.module.css';

interface Props {
  filters: Filter[];
  /** What people call a value that is an id; the value itself where it has no other name. */
  nameOf: (filter: Filter) => string | undefined;
  onRemove: (filter: Filter) => void;
  onClear: () => void;
}

/** The filters in force, each removable. */
export function FilterChips({ filters, nameOf, onRemove, onClear }: Props) {
  if (filters.length === 0) {
    return null;
  }
  return (
    <ul className={classes['chips']} aria-label="Filters">
      {filters.map((filter) => (
        <Chip
          key={`${filter.dimension}=${filter.value ?? ''}`}
          filter={filter}
          name={nameOf(filter)}
          onRemove={() => onRemove(filter)}
        />
      ))}
      {filters.length > 1 && (
        <li>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
            Clear all
          </Button>
        </li>
      )}
    </ul>
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
