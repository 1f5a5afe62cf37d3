import { Table, Text } from '@mantine/core';
import tableClasses from '@/components/data-table.module.css';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import { ScrollRegion } from '@/components/scroll-region';
import type { Delivery } from '../api/get-deliveries';
import { deliveryStatuses, occasionWords } from '../model/words';
import classes from './alerts.module.css';
import { Head } from './head';
import { RowButton } from './row-button';

interface Props {
  deliveries: Delivery[];
  timeZone: string;
  /** The ids of those that are being replayed. */
  replaying: ReadonlySet<string>;
  /** Absent when the viewer may not replay deliveries. */
  onReplay: ((delivery: Delivery) => void) | undefined;
}

const columns = ['Destination', 'Written down', 'What', 'Status', 'Attempts'];

/** The deliveries, newest first. */
export function DeliveriesTable({ deliveries, timeZone, replaying, onReplay }: Props) {
  return (
    <ScrollRegion label="All deliveries">
      <Table className={tableClasses['table']} highlightOnHover verticalSpacing="xs">
        <Head columns={columns} actions={onReplay !== undefined} />
        <Table.Tbody>
          {deliveries.map((delivery) => (
            <Table.Tr key={delivery.id}>
              <Table.Th scope="row" className={tableClasses['wrapping']}>
                {delivery.destinationName}
              </Table.Th>
              <Table.Td className={tableClasses['nowrap']}>
                <Moment at={delivery.createdAt} timeZone={timeZone} format="second" />
              </Table.Td>
              <Table.Td className={classes['sentence']}>
                {occasionWords[delivery.occasion]}
                {delivery.replayOf !== null && ', again'}
                {delivery.alert !== null && (
                  <Text size="xs" c="dimmed">
                    {delivery.alert.message}
                  </Text>
                )}
              </Table.Td>
              <StatusCell delivery={delivery} />
              <AttemptsCell delivery={delivery} timeZone={timeZone} />
              {onReplay !== undefined && (
                <Table.Td className={tableClasses['number']}>
                  {delivery.status !== 'PENDING' && delivery.destination !== null && (
                    <RowButton
                      label="Replay"
                      name={delivery.destinationName}
                      loading={replaying.has(delivery.id)}
                      onClick={() => onReplay(delivery)}
                    />
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function StatusCell({ delivery: { status, error, responseCode } }: { delivery: Delivery }) {
  return (
    <Table.Td miw={160}>
      <Pill tone={deliveryStatuses[status].tone}>{deliveryStatuses[status].text}</Pill>
      {responseCode !== null && ` HTTP ${responseCode}`}
      {error !== null && (
        <Text size="xs" c="dimmed">
          {error}
        </Text>
      )}
    </Table.Td>
  );
}

function AttemptsCell({
  delivery: { attempts, attemptedAt, nextAttemptAt },
  timeZone,
}: {
  delivery: Delivery;
  timeZone: string;
}) {
  return (
    <Table.Td className={tableClasses['nowrap']}>
      {attempts}
      {attemptedAt !== null && (
        <Text size="xs" c="dimmed">
          last <Moment at={attemptedAt} timeZone={timeZone} format="clock" />
        </Text>
      )}
      {nextAttemptAt !== null && (
        <Text size="xs" c="dimmed">
          next <Moment at={nextAttemptAt} timeZone={timeZone} format="clock" />
        </Text>
      )}
    </Table.Td>
  );
}
