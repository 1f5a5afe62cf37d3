import { Button, Code, Table } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { HiddenText } from '@/components/hidden-text';
import { Moment } from '@/components/moment';
import { ScrollRegion } from '@/components/scroll-region';
import type { Key } from '../api/get-keys';
import { scopeTexts } from '../model/scopes';
import { statusOf, works } from '../model/status';
import { StatusBadge } from './status-badge';

interface Props {
  keys: Key[];
  timeZone: string;
  now: number;
  /** Absent when the viewer may not revoke. */
  onRevoke: ((key: Key) => void) | undefined;
}

const heads = ['Name', 'Begins with', 'May', 'Created', 'Expires', 'Status'];

/** The keys, newest first. */
export function KeysTable({ keys, timeZone, now, onRevoke }: Props) {
  return (
    <ScrollRegion label="API keys">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {heads.map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
            {onRevoke !== undefined && (
              <Table.Th scope="col">
                <HiddenText>Actions</HiddenText>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} timeZone={timeZone} now={now} onRevoke={onRevoke} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

interface RowProps extends Omit<Props, 'keys'> {
  apiKey: Key;
}

function KeyRow({ apiKey, timeZone, now, onRevoke }: RowProps) {
  const { name, prefix, scopes, createdAt, expiresAt, revokedAt } = apiKey;
  const status = statusOf(apiKey, now);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['name']}>
        {name}
      </Table.Th>
      <Table.Td>
        <Code>{prefix}…</Code>
      </Table.Td>
      <Table.Td>{scopes.map((scope) => scopeTexts[scope].label).join(', ')}</Table.Td>
      <Table.Td className={classes['nowrap']}>
        <Moment at={createdAt} timeZone={timeZone} format="date" />
      </Table.Td>
      <Table.Td className={classes['nowrap']}>
        {expiresAt === null ? 'Never' : <Moment at={expiresAt} timeZone={timeZone} format="date" />}
      </Table.Td>
      <Table.Td className={classes['nowrap']}>
        <StatusBadge status={status} />
        {revokedAt !== null && (
          <span className={classes['share']}>
            {' '}
            <Moment at={revokedAt} timeZone={timeZone} format="date" />
          </span>
        )}
      </Table.Td>
      {onRevoke !== undefined && (
        <Table.Td className={classes['number']}>
          {works(status) && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Revoke ${name}`}
              onClick={() => onRevoke(apiKey)}
            >
              Revoke
            </Button>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}
