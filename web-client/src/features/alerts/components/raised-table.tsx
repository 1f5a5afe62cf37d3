import { Table, Text } from '@mantine/core';
import tableClasses from '@/components/data-table.module.css';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import { ScrollRegion } from '@/components/scroll-region';
import type { Alert } from '../api/get-alerts';
import { endingWords, severities } from '../model/words';
import classes from './alerts.module.css';
import { Head } from './head';
import { RowButton } from './row-button';

interface Props {
  alerts: Alert[];
  timeZone: string;
  /** Absent when the viewer may not resolve alerts. */
  onResolve: ((alert: Alert) => void) | undefined;
}

const columns = ['Rule', 'Severity', 'What was noticed', 'Raised', 'Status'];

/** The alerts, newest first. */
export function RaisedTable({ alerts, timeZone, onResolve }: Props) {
  return (
    <ScrollRegion label="All alerts">
      <Table className={tableClasses['table']} highlightOnHover verticalSpacing="xs">
        <Head columns={columns} actions={onResolve !== undefined} />
        <Table.Tbody>
          {alerts.map((alert) => (
            <Table.Tr key={alert.id}>
              <Table.Th scope="row" className={tableClasses['wrapping']}>
                {alert.rule}
              </Table.Th>
              <Table.Td className={tableClasses['nowrap']}>
                <Pill tone={severities[alert.severity].tone}>{severities[alert.severity].text}</Pill>
              </Table.Td>
              <Table.Td className={classes['sentence']}>{alert.message}</Table.Td>
              <Table.Td className={tableClasses['nowrap']}>
                <Moment at={alert.raisedAt} timeZone={timeZone} format="minute" />
              </Table.Td>
              <StatusCell alert={alert} timeZone={timeZone} />
              {onResolve !== undefined && (
                <Table.Td className={tableClasses['number']}>
                  {alert.status === 'OPEN' && (
                    <RowButton label="Resolve" name={alert.rule} onClick={() => onResolve(alert)} />
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

function StatusCell({ alert: { status, resolvedAt, ending }, timeZone }: { alert: Alert; timeZone: string }) {
  return (
    <Table.Td className={tableClasses['nowrap']}>
      {status === 'OPEN' ? <Pill tone="bad">Open</Pill> : <Pill tone="good">Resolved</Pill>}
      {resolvedAt !== null && (
        <Text size="xs" c="dimmed">
          <Moment at={resolvedAt} timeZone={timeZone} format="minute" />
          {ending !== null && `, ${endingWords[ending]}`}
        </Text>
      )}
    </Table.Td>
  );
}
