import { Table, Text, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { FormattedNumber } from '@/components/formatted-number';
import { formatCount, formatMilliseconds, formatMoney } from '@/lib/format';
import { formatTime } from '@/lib/zoned-time';
import type { TailCall } from '../model/tail';
import classes from './tail-panel.module.css';

interface Props {
  calls: readonly TailCall[];
  /** Whether there are others that the filter leaves out. */
  filtered: boolean;
  timeZone: string;
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

/** Calls, newest first; rows of one height in a box of its own, which nothing outside depends on. */
export const TailTable = memo(function TailTable({ calls, filtered, timeZone }: Props) {
  return (
    <div className={classes['region']} role="region" aria-label="Calls as they come in" tabIndex={0}>
      <Table className={classes['table']}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ label, width, number }) => (
              <Table.Th key={label} scope="col" w={width} ta={number === true ? 'end' : 'start'}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calls.map((call) => (
            <CallRow key={call.number} call={call} timeZone={timeZone} />
          ))}
        </Table.Tbody>
      </Table>
      {calls.length === 0 && (
        <Text size="sm" c="dimmed" className={classes['empty']}>
          {filtered ? 'None of the latest calls match.' : 'Calls appear here as they come in.'}
        </Text>
      )}
    </div>
  );
});

// Plain cells: hundreds of rows come and go, and what a component library adds to each is not free.
const CallRow = memo(function CallRow({ call, timeZone }: { call: TailCall; timeZone: string }) {
  return (
    <tr title={call.id}>
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
      <VisuallyHidden>not attributed</VisuallyHidden>
    </>
  );
}
