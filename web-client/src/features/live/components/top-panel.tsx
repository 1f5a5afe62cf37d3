import { Paper, Table, Title } from '@mantine/core';
import { useId, useMemo } from 'react';
import { FormattedNumber } from '@/components/formatted-number';
import { toNumber } from '@/lib/decimal';
import { formatCount, formatMoney } from '@/lib/format';
import type { UsageAmounts } from '@/lib/usage-amounts';
import type { Board } from '../model/board';
import type { Dimension } from '../model/minutes';
import { rank, rankedRows } from '../model/ranking';
import classes from './live.module.css';
import topClasses from './top-panel.module.css';
import { useGliding } from './use-gliding';

interface Props {
  title: string;
  dimension: Dimension;
  board: Board | null;
  window: number;
}

/** As in the style sheet. */
const rowHeight = 40;

const nouns: Record<Dimension, [string, string]> = {
  models: ['other model', 'other models'],
  features: ['other feature', 'other features'],
};

/** Those with the most tokens; they change places as it happens. */
export function TopPanel({ title, dimension, board, window }: Props) {
  const id = useId();
  const ranking = useMemo(
    () => (board === null ? null : rank(board, window, dimension)),
    [board, window, dimension],
  );
  const first = ranking?.first ?? [];
  const rowRef = useGliding(
    first.map(({ name }) => name ?? ''),
    rowHeight,
  );
  const [one, several] = nouns[dimension];

  return (
    <Paper withBorder component="section" aria-labelledby={id} className={classes['panel']}>
      <Title order={2} size="h5" id={id} mb={4}>
        {title}
      </Title>
      <Table className={topClasses['table']} horizontalSpacing={6} verticalSpacing={0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Last {window} min</Table.Th>
            {['Tokens', 'Requests', 'Cost'].map((label) => (
              <Table.Th key={label} scope="col" ta="end">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {first.map(({ name, amounts, share }) => (
            <Table.Tr key={name ?? ''} ref={rowRef(name ?? '')}>
              <Table.Th scope="row" className={topClasses['name']} title={name ?? undefined}>
                {name ?? <span className={topClasses['none']}>Not attributed</span>}
                <span className={topClasses['bar']} style={{ transform: `scaleX(${share / 100})` }} />
              </Table.Th>
              <Numbers amounts={amounts} />
            </Table.Tr>
          ))}
          {Array.from({ length: rankedRows - first.length }, (_, index) => (
            <Table.Tr key={`empty ${index}`} className={topClasses['empty'] ?? ''} aria-hidden="true">
              <Table.Td colSpan={4} />
            </Table.Tr>
          ))}
          <Table.Tr className={topClasses['others']}>
            {ranking === null || ranking.others === 0 ? (
              <Table.Td colSpan={4}>
                {ranking !== null && first.length === 0 && `No calls in the last ${window} minutes`}
              </Table.Td>
            ) : (
              <>
                <Table.Th scope="row" className={topClasses['name']}>
                  {formatCount(ranking.others).short} {ranking.others === 1 ? one : several}
                </Table.Th>
                <Numbers amounts={ranking.rest} />
              </>
            )}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Numbers({ amounts }: { amounts: UsageAmounts }) {
  return (
    <>
      <Table.Td className={topClasses['number']}>
        <FormattedNumber value={amounts.totalTokens} format={formatCount} />
      </Table.Td>
      <Table.Td className={topClasses['number']}>
        <FormattedNumber value={amounts.requests} format={formatCount} />
      </Table.Td>
      <Table.Td className={topClasses['number']}>
        <FormattedNumber value={toNumber(amounts.cost)} format={formatMoney} />
      </Table.Td>
    </>
  );
}
