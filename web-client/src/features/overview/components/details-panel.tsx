import { Button, Group, NativeSelect, Paper, SegmentedControl, Skeleton, Stack, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { inSentence } from '@/lib/in-sentence';
import type { OverviewUsage } from '../api/get-overview';
import { dimensionNames, dimensions } from '../model/dimensions';
import { toUsageFilter } from '../model/filters';
import { allRows, firstRows, viewPath, type View } from '../model/view';
import { BreakdownTable } from './breakdown-table';
import { CallsPanel } from './calls-panel';
import classes from './details-panel.module.css';

interface Props {
  usage: OverviewUsage | undefined;
  view: View;
  onChange: (view: View) => void;
}

/** The numbers divided by a dimension, or the single calls behind them. */
export function DetailsPanel({ usage, view, onChange }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const drilled = useRef(false);
  const { label } = dimensions[view.by];

  // The row that was opened is gone: what has taken its place gets the focus, and is thereby read out.
  useEffect(() => {
    if (drilled.current) {
      drilled.current = false;
      title.current?.focus({ preventScroll: true });
    }
  }, [view.by, view.calls]);

  return (
    <Paper withBorder component="section" aria-labelledby="details-title" className={classes['panel']}>
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={2} size="h4" id="details-title" ref={title} tabIndex={-1} className={classes['title']}>
          {view.calls ? 'Calls' : `By ${inSentence(label)}`}
        </Title>
        <Group gap="xs">
          {!view.calls && (
            <NativeSelect
              aria-label="Break down by"
              size="xs"
              value={view.by}
              data={dimensionNames.map((name) => ({ value: name, label: dimensions[name].label }))}
              onChange={(event) =>
                onChange({ ...view, by: event.currentTarget.value as View['by'], rows: firstRows })
              }
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label="Details"
            data={[
              { value: 'breakdown', label: 'Breakdown' },
              { value: 'calls', label: 'Calls' },
            ]}
            value={view.calls ? 'calls' : 'breakdown'}
            onChange={(value) => onChange({ ...view, calls: value === 'calls' })}
          />
        </Group>
      </Group>
      <Details
        usage={usage}
        view={view}
        onChange={onChange}
        onDrill={() => {
          drilled.current = true;
        }}
      />
    </Paper>
  );
}

function Details({ usage, view, onChange, onDrill }: Props & { onDrill: () => void }) {
  if (usage !== undefined && view.calls && usage.events !== undefined) {
    return (
      <CallsPanel
        key={viewPath(view) + usage.range.to}
        first={usage.events}
        range={usage.range}
        filter={toUsageFilter(view.filters)}
        timeZone={usage.range.timeZone}
      />
    );
  }
  const breakdown = usage?.breakdown;
  if (!view.calls && isBy(view.by, breakdown)) {
    const { totalCount } = breakdown.rows;
    return (
      <>
        <BreakdownTable
          breakdown={breakdown}
          view={view}
          onDrill={onDrill}
          onSort={(orderBy, direction) => onChange({ ...view, orderBy, direction })}
        />
        {totalCount > firstRows && (
          <Button
            mt="sm"
            size="xs"
            variant="default"
            onClick={() => onChange({ ...view, rows: view.rows === firstRows ? allRows : firstRows })}
          >
            {view.rows === firstRows
              ? `Show ${totalCount > allRows ? 'the first' : 'all'} ${Math.min(allRows, totalCount)} ${dimensions[view.by].plural}`
              : `Show the first ${firstRows}`}
          </Button>
        )}
      </>
    );
  }
  return <Placeholder />;
}

type Breakdown = OverviewUsage['breakdown'];

/** Whether the rows are of this dimension; those of the former one may still be there while the next are on their way. */
function isBy(dimension: View['by'], breakdown: Breakdown): breakdown is NonNullable<Breakdown> {
  return breakdown !== undefined && breakdown.rows.nodes.every((row) => row.keys[0]?.dimension === dimension);
}

function Placeholder() {
  return (
    <Stack gap="sm" pt={4}>
      {Array.from({ length: firstRows }, (_, row) => (
        <Skeleton key={row} height={28} />
      ))}
    </Stack>
  );
}
