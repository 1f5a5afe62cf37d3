import { Button, Code, Group, Table, Text } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { HiddenText } from '@/components/hidden-text';
import { Moment } from '@/components/moment';
import { ScrollRegion } from '@/components/scroll-region';
import { formatCount, formatMoney } from '@/lib/format';
import type { Key } from '../api/get-keys';
import type { Rights } from '../model/rights';
import { scopeTexts } from '../model/scopes';
import { statusOf, works } from '../model/status';
import { StatusBadge } from './status-badge';

interface Props {
  keys: Key[];
  timeZone: string;
  now: number;
  /** What the viewer may do with a key. */
  rights: (key: Key) => Rights;
  onRotate: (key: Key) => void;
  onRevoke: (key: Key) => void;
}

const before = ['Name', 'Begins with', 'May', 'Created', 'Last used'];
const numbers = ['Calls so far', 'Cost so far'];
const after = ['Expires', 'Status'];

/** The keys, newest first. */
export function KeysTable({ keys, ...row }: Props) {
  return (
    <ScrollRegion label="API keys">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {before.map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
            {numbers.map((label) => (
              <Table.Th key={label} scope="col" className={classes['number']}>
                {label}
              </Table.Th>
            ))}
            {after.map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <HiddenText>Actions</HiddenText>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} {...row} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

type RowProps = Omit<Props, 'keys'> & { apiKey: Key };

function KeyRow({ apiKey, timeZone, now, ...actions }: RowProps) {
  const { name, owner, scopes, createdAt, lastUsedAt, expiresAt, usage } = apiKey;
  const date = (at: string | null) =>
    at === null ? 'Never' : <Moment at={at} timeZone={timeZone} format="date" />;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['wrapping']}>
        {name}
        {owner !== null && (
          <Text size="xs" c="dimmed">
            {owner.name}
          </Text>
        )}
      </Table.Th>
      <SecretCell apiKey={apiKey} timeZone={timeZone} />
      <Table.Td miw={180}>{scopes.map((scope) => scopeTexts[scope].label).join(', ')}</Table.Td>
      <Table.Td className={classes['nowrap']}>{date(createdAt)}</Table.Td>
      <Table.Td className={classes['nowrap']}>{date(lastUsedAt)}</Table.Td>
      <Table.Td className={classes['number']}>
        <FormattedNumber value={usage?.requests ?? null} format={formatCount} />
      </Table.Td>
      <Table.Td className={classes['number']}>
        <FormattedNumber value={usage?.cost ?? null} format={formatMoney} />
      </Table.Td>
      <Table.Td className={classes['nowrap']}>{date(expiresAt)}</Table.Td>
      <StatusCell apiKey={apiKey} timeZone={timeZone} now={now} />
      <Table.Td className={classes['number']}>
        {works(statusOf(apiKey, now)) && <Actions apiKey={apiKey} {...actions} />}
      </Table.Td>
    </Table.Tr>
  );
}

function SecretCell({ apiKey: { prefix, rotatedAt }, timeZone }: Pick<RowProps, 'apiKey' | 'timeZone'>) {
  return (
    <Table.Td className={classes['nowrap']}>
      <Code>{prefix}…</Code>
      {rotatedAt !== null && (
        <Text size="xs" c="dimmed">
          since <Moment at={rotatedAt} timeZone={timeZone} format="date" />
        </Text>
      )}
    </Table.Td>
  );
}

function StatusCell({ apiKey, timeZone, now }: Pick<RowProps, 'apiKey' | 'timeZone' | 'now'>) {
  const { revokedAt } = apiKey;
  return (
    <Table.Td className={classes['nowrap']}>
      <StatusBadge status={statusOf(apiKey, now)} />
      {revokedAt !== null && (
        <span className={classes['share']}>
          {' '}
          <Moment at={revokedAt} timeZone={timeZone} format="date" />
        </span>
      )}
    </Table.Td>
  );
}

function Actions({
  apiKey,
  rights,
  onRotate,
  onRevoke,
}: Pick<RowProps, 'apiKey' | 'rights' | 'onRotate' | 'onRevoke'>) {
  const { rotate, revoke } = rights(apiKey);
  const action = (label: string, act: (key: Key) => void) => (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${label} ${apiKey.name}`}
      onClick={() => act(apiKey)}
    >
      {label}
    </Button>
  );
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {rotate && action('Rotate', onRotate)}
      {revoke && action('Revoke', onRevoke)}
    </Group>
  );
}
