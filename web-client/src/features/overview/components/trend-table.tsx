import { ScrollArea, Table } from '@mantine/core';
import { FormattedNumber } from '@/components/formatted-number';
import { formatTime } from '@/lib/zoned-time';
import { bucketFormats, type Series } from '../model/trend';

/** The chart's numbers, one bucket a row, newest first. */
export function TrendTable({ series }: { series: Series }) {
  const { full } = bucketFormats[series.granularity];
  return (
    <ScrollArea
      h={280}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': `${series.label} over time` }}
    >
      <Table stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Time</Table.Th>
            <Table.Th scope="col" ta="end">
              {series.label}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {series.points.toReversed().map((point) => (
            <Table.Tr key={point.at}>
              <Table.Td>{formatTime(point.at, series.timeZone, full)}</Table.Td>
              <Table.Td ta="end">
                <FormattedNumber value={point.value} format={series.format} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
