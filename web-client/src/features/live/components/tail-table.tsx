import { Table, Text } from '@mantine/core';
import { memo, useState, type Ref, type UIEvent } from 'react';
import { FormattedNumber } from '@/components/formatted-number';
import { HiddenText } from '@/components/hidden-text';
import { formatCount, formatMilliseconds, formatMoney } from '@/lib/format';
import { formatTime } from '@/lib/zoned-time';
import type { TailCall } from '../model/tail';
import classes from './tail-panel.module.css';

interface Props {
  ref: Ref<HTMLDivElement>;
  calls: readonly TailCall[];
  /** Whether there are others that the filter leaves out. */
  filtered: boolean;
  timeZone: string;
  /** Called when somebody scrolls down to look at older calls. */
  onScrollDown: () => void;
}

const columns = [
  { label: 'Time', width: '11%' },
  { label: 'Model', width: '18%' },
  { label: 'Feature', width: '12%' },
  { label: 'User', width: '10%' },
  { label: 'Input', width: '8%', number: true },
  { label: 'Output', width: '8%', number: true },
  { label: 'Cost', width: '9%', number: true },
  { label: 'Latency', width: '9%', number: true },
  { label: 'Status', width: '15%' },
];

/** As in the style sheet. */
const rowHeight = 34;
const rowsInSight = 13;
const rowsAround = 4;

/**
 * Calls, newest first, in a box of its own which nothing outside depends on. Only the rows in sight and a few around them are in the
 * document. A row's place is its key: when calls move down, texts change and no element is made or moved.
 */
export const TailTable = memo(function TailTable({ ref, calls, filtered, timeZone, onScrollDown }: Props) {
  const [topRow, setTopRow] = useState(0);
  const first = Math.max(0, Math.min(topRow, calls.length - rowsInSight) - rowsAround);
  const shown = calls.slice(first, first + rowsInSight + 2 * rowsAround);

  function scrolled({ currentTarget }: UIEvent) {
    setTopRow(Math.floor(currentTarget.scrollTop / rowHeight));
    if (currentTarget.scrollTop > 0) {
      onScrollDown();
    }
  }

  return (
    <div
      ref={ref}
      className={classes['region']}
      role="region"
      aria-label="Calls as they come in"
      tabIndex={0}
      onScroll={scrolled}
    >
      <Table className={classes['table']} aria-rowcount={calls.length + 1}>
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            {columns.map(({ label, width, number }) => (
              <Table.Th key={label} scope="col" w={width} ta={number === true ? 'end' : 'start'}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Space rows={first} />
        <Table.Tbody>
          {shown.map((call, place) => (
            <CallRow key={place} call={call} index={first + place} timeZone={timeZone} />
          ))}
        </Table.Tbody>
        <Space rows={calls.length - first - shown.length} />
      </Table>
      {calls.length === 0 && (
        <Text size="sm" c="dimmed" className={classes['empty']}>
          {filtered ? 'None of the latest calls match.' : 'Calls appear here as they come in.'}
        </Text>
      )}
    </div>
  );
});

/** As high as the rows that are left out. */
function Space({ rows }: { rows: number }) {
  return (
    rows > 0 && (
      <tbody className={classes['space']} aria-hidden="true">
        <tr style={{ height: rows * rowHeight }} />
      </tbody>
    )
  );
}

interface RowProps {
  call: TailCall;
  index: number;
  timeZone: string;
}

const CallRow = memo(function CallRow({ call, index, timeZone }: RowProps) {
  return (
    <tr title={call.id} aria-rowindex={index + 2}>
      <td>{formatTime(call.occurredAt, timeZone, 'clock')}</td>
      <td title={`${call.model} (${call.provider})`}>{call.model}</td>
      <td>{call.feature ?? <None />}</td>
      <td>{call.user ?? <None />}</td>
      <td className={classes['number']}>
        <FormattedNumber value={call.inputTokens} format={formatCount} />
      </td>
      <td className={classes['number']}>
        <FormattedNumber value={call.outputTokens} format={formatCount} />
      </td>
      <td className={classes['number']}>
        {call.cost === null ? (
          <span className={classes['unpriced']}>unpriced</span>
        ) : (
          <FormattedNumber value={call.cost} format={formatMoney} />
        )}
      </td>
      <td className={classes['number']}>
        <FormattedNumber value={call.latencyMs} format={formatMilliseconds} />
      </td>
      <td>
        {call.status === 'SUCCESS' ? (
          'OK'
        ) : (
          <span className={classes['failed']}>{call.errorCode ?? 'Error'}</span>
        )}
      </td>
    </tr>
  );
});

function None() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <HiddenText>not attributed</HiddenText>
    </>
  );
}
