import { Button, Paper, Text, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { formatCount } from '@/lib/format';
import type { Board } from '../model/board';
import { chosen, type Tail } from '../model/tail';
import type { TailFilter } from '../model/view';
import classes from './live.module.css';
import { TailFilters } from './tail-filters';
import tailClasses from './tail-panel.module.css';
import { TailTable } from './tail-table';

interface Props {
  access: { tail: Tail; hold: () => void; release: () => void };
  /** Where the names of models and features to choose from come from. */
  board: Board | null;
  filter: TailFilter;
  onFilter: (filter: TailFilter) => void;
  timeZone: string;
}

/** The single calls as they come in. */
export function TailPanel({ access: { tail, hold, release }, board, filter, onFilter, timeZone }: Props) {
  const calls = useMemo(() => chosen(tail.calls, filter), [tail.calls, filter]);
  const table = useRef<HTMLDivElement>(null);

  function goOn() {
    release();
    // The newest calls are at the top; from further down one would see others pass.
    if (table.current !== null) {
      table.current.scrollTop = 0;
    }
  }

  return (
    <Paper withBorder component="section" aria-labelledby="tail-title" className={classes['panel']}>
      <div className={tailClasses['head']}>
        <div>
          <Title order={2} size="h5" id="tail-title">
            Calls
          </Title>
          <Text size="xs" c="dimmed" mih={18}>
            {samplingOf(tail.sampleFactor)}
          </Text>
        </div>
        {tail.held === null ? (
          <Button
            size="xs"
            variant="default"
            className={tailClasses['pause'] ?? ''}
            leftSection={<IconPlayerPause size={14} aria-hidden="true" />}
            onClick={hold}
          >
            Pause
          </Button>
        ) : (
          <Button
            size="xs"
            className={tailClasses['pause'] ?? ''}
            leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
            onClick={goOn}
          >
            Resume{tail.missed > 0 && ` · ${formatCount(tail.missed).short} new`}
          </Button>
        )}
      </div>
      <TailFilters board={board} filter={filter} onFilter={onFilter} />
      <TailTable
        ref={table}
        calls={calls}
        filtered={tail.calls.length > 0}
        timeZone={timeZone}
        onScrollDown={hold}
      />
    </Paper>
  );
}

function samplingOf(factor: number): string {
  return factor > 1
    ? `Faster than can be shown: each stands for ${formatCount(factor).short} calls`
    : 'Each one as it is committed, the newest first';
}
