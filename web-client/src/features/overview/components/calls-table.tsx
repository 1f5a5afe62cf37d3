import { Table, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { ScrollRegion } from '@/components/scroll-region';
import type { CallPageFragment } from '@/gql/graphql';
import { formatCount, formatMilliseconds, formatMoney } from '@/lib/format';
import { formatTime } from '@/lib/zoned-time';

type Call = CallPageFragment['nodes'][number];

const texts = ['Time', 'Model', 'Feature', 'Team', 'User'];
const numbers = ['Input', 'Output', 'Cost', 'Latency'];

/** Single calls, newest first. */
export function CallsTable({ calls, timeZone }: { calls: Call[]; timeZone: string }) {
  return (
    <ScrollRegion label="Single calls">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {texts.map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
            {numbers.map((label) => (
              <Table.Th key={label} scope="col" className={classes['number']}>
                {label}
              </Table.Th>
            ))}
            <Table.Th scope="col">Status</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calls.map((call) => (
            <CallRow key={`${call.id} ${call.occurredAt}`} call={call} timeZone={timeZone} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function CallRow({ call, timeZone }: { call: Call; timeZone: string }) {
  return (
    <Table.Tr>
      <Table.Td className={classes['number']} ta="start" title={call.id}>
        {formatTime(call.occurredAt, timeZone, 'second')}
      </Table.Td>
      <Table.Td className={classes['nowrap']}>
        {call.model}
        <Text size="xs" c="dimmed">
          {call.provider}
          {call.requestCount > 1 && ` · ${formatCount(call.requestCount).short} requests`}
        </Text>
      </Table.Td>
      <Name value={call.feature} />
      <Name value={call.team} />
      <Name value={call.user} />
      <Table.Td className={classes['number']}>
        <FormattedNumber value={call.inputTokens} format={formatCount} />
        <Part tokens={call.cachedInputTokens} name="cached" />
      </Table.Td>
      <Table.Td className={classes['number']}>
        <FormattedNumber value={call.outputTokens} format={formatCount} />
        <Part tokens={call.reasoningTokens} name="reasoning" />
      </Table.Td>
      <Table.Td className={classes['number']}>
        {call.cost === null ? (
          <span className={classes['share']}>unpriced</span>
        ) : (
          <FormattedNumber value={call.cost} format={formatMoney} />
        )}
      </Table.Td>
      <Table.Td className={classes['number']}>
        <FormattedNumber value={call.latencyMs} format={formatMilliseconds} />
      </Table.Td>
      <Table.Td>
        <Status call={call} />
      </Table.Td>
    </Table.Tr>
  );
}

/** The part of a count that is of a kind; nothing where there is none. */
function Part({ tokens, name }: { tokens: number | null; name: string }) {
  return (
    tokens !== null &&
    tokens > 0 && (
      <Text size="xs" c="dimmed">
        {formatCount(tokens).short} {name}
      </Text>
    )
  );
}

function Name({ value }: { value: string | null }) {
  return (
    <Table.Td>
      {value ?? (
        <>
          <span aria-hidden="true">–</span>
          <VisuallyHidden>not attributed</VisuallyHidden>
        </>
      )}
    </Table.Td>
  );
}

function Status({ call }: { call: Call }) {
  return call.status === 'SUCCESS' ? (
    'OK'
  ) : (
    <span className={classes['failed']}>
      <IconAlertTriangle size={13} aria-hidden="true" /> {call.errorCode ?? 'Error'}
    </span>
  );
}
