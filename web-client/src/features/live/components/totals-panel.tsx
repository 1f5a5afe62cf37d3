import { Paper, Skeleton, Table, Title } from '@mantine/core';
import { FormattedNumber } from '@/components/formatted-number';
import { toNumber } from '@/lib/decimal';
import { formatCount, formatMoney, formatPercent, type Formatter } from '@/lib/format';
import { errorRate, type UsageAmounts } from '@/lib/usage-amounts';
import { formatTime } from '@/lib/zoned-time';
import classes from './live.module.css';
import totalsClasses from './totals-panel.module.css';

interface Totals {
  window: UsageAmounts;
  opened: UsageAmounts;
  since: number;
}

interface Props {
  totals: Totals | null;
  window: number;
  timeZone: string;
}

interface Row {
  label: string;
  format: Formatter;
  read: (amounts: UsageAmounts) => number;
}

// Every digit of what is counted: one sees it move, and that nothing is rounded.
const formatWhole: Formatter = (value) => ({ ...formatCount(value), short: formatCount(value).full });

const rows: Row[] = [
  { label: 'Requests', format: formatWhole, read: (amounts) => amounts.requests },
  { label: 'Tokens', format: formatWhole, read: (amounts) => amounts.totalTokens },
  { label: 'Cost', format: formatMoney, read: (amounts) => toNumber(amounts.cost) },
  { label: 'Error rate', format: formatPercent, read: errorRate },
];

/** What the calls add up to: in the window, and since the page was opened. */
export function TotalsPanel({ totals, window, timeZone }: Props) {
  return (
    <Paper withBorder component="section" aria-labelledby="totals-title" className={classes['panel']}>
      <Title order={2} size="h5" id="totals-title" mb={4}>
        Totals
      </Title>
      <Table className={totalsClasses['table']} verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th scope="col" ta="end">
              Last {window} min
            </Table.Th>
            <Table.Th scope="col" ta="end">
              Since {totals === null ? 'opened' : formatTime(totals.since, timeZone, 'clock')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, format, read }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              {[totals?.window, totals?.opened].map((amounts, column) => (
                <Table.Td key={column} className={totalsClasses['number']}>
                  {amounts === undefined ? (
                    <Skeleton height={16} ml="auto" width="60%" />
                  ) : (
                    <FormattedNumber value={read(amounts)} format={format} />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
