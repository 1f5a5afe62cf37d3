import { Group, Table } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { Moment } from '@/components/moment';
import { ScrollRegion } from '@/components/scroll-region';
import type { Destination } from '../api/get-destinations';
import { kindWords } from '../model/words';
import { Head } from './head';
import { RowButton } from './row-button';

interface Props {
  destinations: Destination[];
  timeZone: string;
  mayChange: boolean;
  /** The ids of those that are being tried. */
  testing: ReadonlySet<string>;
  onTest: (destination: Destination) => void;
  onEdit: (destination: Destination) => void;
  onDelete: (destination: Destination) => void;
}

const columns = ['Name', 'Kind', 'Address', 'Made'];

/** The destinations, by name. */
export function DestinationsTable({ destinations, timeZone, mayChange, testing, ...actions }: Props) {
  return (
    <ScrollRegion label="All destinations">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Head columns={columns} actions={mayChange} />
        <Table.Tbody>
          {destinations.map((destination) => (
            <Table.Tr key={destination.id}>
              <Table.Th scope="row" className={classes['wrapping']}>
                {destination.name}
              </Table.Th>
              <Table.Td className={classes['nowrap']}>{kindWords[destination.kind]}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }} miw={180}>
                {destination.address}
              </Table.Td>
              <Table.Td className={classes['nowrap']}>
                <Moment at={destination.createdAt} timeZone={timeZone} format="date" />
              </Table.Td>
              {mayChange && (
                <Table.Td className={classes['number']}>
                  <Group gap={6} justify="flex-end" wrap="nowrap">
                    <RowButton
                      label="Test"
                      name={destination.name}
                      loading={testing.has(destination.id)}
                      onClick={() => actions.onTest(destination)}
                    />
                    <RowButton
                      label="Edit"
                      name={destination.name}
                      onClick={() => actions.onEdit(destination)}
                    />
                    <RowButton
                      label="Delete"
                      name={destination.name}
                      onClick={() => actions.onDelete(destination)}
                    />
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
