import { Table, Text } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import type { Organization } from '../api/get-platform';
import { statusWords } from '../model/view';

/** Says whether anybody may act in an organization; if not, since when and why. */
export function StatusCell({ organization, timeZone }: { organization: Organization; timeZone: string }) {
  const { status, suspendedAt, suspensionReason } = organization;
  return (
    <Table.Td miw={200} maw={360}>
      <Pill tone={status === 'ACTIVE' ? 'good' : 'bad'}>{statusWords[status]}</Pill>
      {suspendedAt !== null && (
        <span className={classes['share']}>
          {' '}
          since <Moment at={suspendedAt} timeZone={timeZone} format="date" />
        </span>
      )}
      {suspensionReason !== null && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          “{suspensionReason}”
        </Text>
      )}
    </Table.Td>
  );
}
