import { Table } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { Moment } from '@/components/moment';
import { ScrollRegion } from '@/components/scroll-region';
import { formatCount, formatMoney, formatPercent } from '@/lib/format';
import type { PeriodUse } from '../api/get-history';
import type { Quota } from '../api/get-quotas';
import { isRolling } from '../model/draft';

interface Props {
  quota: Pick<Quota, 'period' | 'name'>;
  history: PeriodUse[];
  timeZone: string;
}

const numbers = ['Used of the limits now', 'Calls', 'Tokens', 'Cost'];

/** What was used period by period, the running one first. */
export function HistoryTable({ quota: { period, name }, history, timeZone }: Props) {
  const format = period === 'HOURLY' || isRolling(period) ? 'minute' : 'date';
  return (
    <ScrollRegion label={`History of ${name}`}>
      <Table className={classes['table']} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Period from</Table.Th>
            {numbers.map((label) => (
              <Table.Th key={label} scope="col" className={classes['number']}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.map((use, index) => (
            <Table.Tr key={use.periodStart}>
              <Table.Th scope="row" className={classes['name']}>
                <Moment at={use.periodStart} timeZone={timeZone} format={format} />
                {index === 0 && ', running'}
              </Table.Th>
              <Table.Td className={classes['number']}>
                <FormattedNumber value={use.usedPercent} format={formatPercent} />
                <div
                  className={classes['bar']}
                  style={{ width: `${Math.min(100, use.usedPercent)}%` }}
                  aria-hidden="true"
                />
              </Table.Td>
              <Table.Td className={classes['number']}>
                <FormattedNumber value={use.requests} format={formatCount} />
              </Table.Td>
              <Table.Td className={classes['number']}>
                <FormattedNumber value={use.totalTokens} format={formatCount} />
              </Table.Td>
              <Table.Td className={classes['number']}>
                <FormattedNumber value={use.cost} format={formatMoney} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
