import { Button, CloseButton } from '@mantine/core';
import { dimensions } from '../model/dimensions';
import type { Filter } from '../model/filters';
import classes from './filter-chips.module.css';

interface Props {
  filters: Filter[];
  onRemove: (filter: Filter) => void;
  onClear: () => void;
}

/** The filters in force, each removable. */
export function FilterChips({ filters, onRemove, onClear }: Props) {
  if (filters.length === 0) {
    return null;
  }
  return (
    <ul className={classes['chips']} aria-label="Filters">
      {filters.map((filter) => (
        <Chip
          key={`${filter.dimension}=${filter.value ?? ''}`}
          filter={filter}
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

function Chip({ filter, onRemove }: { filter: Filter; onRemove: () => void }) {
  const { label } = dimensions[filter.dimension];
  const value = filter.value ?? 'not attributed';
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
