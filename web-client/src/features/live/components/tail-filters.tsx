import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Board } from '../model/board';
import type { Dimension } from '../model/minutes';
import { namesIn } from '../model/ranking';
import type { TailFilter } from '../model/view';
import classes from './tail-panel.module.css';

interface Props {
  board: Board | null;
  filter: TailFilter;
  onFilter: (filter: TailFilter) => void;
}

/** Chooses which calls are shown. */
export function TailFilters({ board, filter, onFilter }: Props) {
  return (
    <div className={classes['filters']} role="group" aria-label="Which calls">
      <NativeSelect
        size="xs"
        aria-label="Model"
        data={useChoices(board, 'models', filter.model, 'All models')}
        value={filter.model}
        onChange={(event) => onFilter({ ...filter, model: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label="Feature"
        data={useChoices(board, 'features', filter.feature, 'All features')}
        value={filter.feature}
        onChange={(event) => onFilter({ ...filter, feature: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label="Status"
        data={[
          { value: '', label: 'Any status' },
          { value: 'SUCCESS', label: 'OK' },
          { value: 'ERROR', label: 'Errors' },
        ]}
        value={filter.status ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onFilter({ ...filter, status: value === 'SUCCESS' || value === 'ERROR' ? value : null });
        }}
      />
      <TextInput
        size="xs"
        aria-label="Text"
        placeholder="Text in a name or id"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        rightSection={
          filter.text !== '' && (
            <CloseButton
              size="xs"
              aria-label="Clear text"
              onClick={() => onFilter({ ...filter, text: '' })}
            />
          )
        }
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
    </div>
  );
}

function useChoices(board: Board | null, dimension: Dimension, current: string, all: string) {
  // A string: the list is made anew only when another name has come up, not with each tick.
  const names = useMemo(
    () => JSON.stringify(board === null ? [] : namesIn(board, dimension)),
    [board, dimension],
  );
  return useMemo(() => {
    const known = JSON.parse(names) as string[];
    const offered = current === '' || known.includes(current) ? known : [current, ...known];
    return [{ value: '', label: all }, ...offered.map((name) => ({ value: name, label: name }))];
  }, [names, current, all]);
}
