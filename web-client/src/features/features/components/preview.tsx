import { Paper, Table, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useMemo } from 'react';
import classes from '@/components/data-table.module.css';
import type { FeaturePreviewQuery } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { formatCount, formatMoney } from '@/lib/format';
import type { Feature } from '../api/get-features';
import { usePreview } from '../api/preview-feature';
import { problemsOf, toPreview, type Draft } from '../model/draft';

type Result = FeaturePreviewQuery['featurePreview'];

const mostTeams = 5;

/** Says what the change would have refused of the calls that were made. */
export function Preview({ draft, feature }: { draft: Draft; feature: Feature }) {
  const id = useId();
  const { name, state, percent, rules } = draft;
  const change = useMemo(() => ({ name, state, percent, rules }), [name, state, percent, rules]);
  // Not a question for each letter that is typed.
  const [asked] = useDebouncedValue(change, 250);
  const whole = { ...draft, ...asked };
  const senseless = Object.keys(problemsOf(whole)).length > 0;
  const [{ data, error, fetching }] = usePreview(toPreview(whole, feature), senseless);
  const preview = senseless ? undefined : data?.featurePreview;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={id} aria-busy={fetching}>
      <Title order={3} size="h6" id={id}>
        What it would have meant in the last 30 days
      </Title>
      <Text size="sm" component="div" role="status">
        {preview !== undefined
          ? sentenceOf(preview)
          : error !== undefined
            ? explain(error).detail
            : fetching
              ? 'Looking…'
              : 'Nothing to tell yet.'}
      </Text>
      {preview !== undefined && preview.affected.requests > 0 && <Teams rows={preview.byTeam} />}
    </Paper>
  );
}

function sentenceOf({ total, affected }: Result): string {
  const calls = formatCount(total.requests).full;
  if (total.requests === 0) {
    return 'There were no calls.';
  }
  if (affected.requests === 0) {
    return `None of ${calls} calls would have been refused.`;
  }
  const part = formatCount(affected.requests).full;
  const users = formatCount(affected.users).full;
  const cost = formatMoney(affected.cost).short;
  return `${part} of ${calls} calls would have been refused: ${users} users, ${cost} of cost.`;
}

function Teams({ rows }: { rows: Result['byTeam'] }) {
  return (
    <Table mt="xs" verticalSpacing={4} aria-label="By team">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Team</Table.Th>
          <Table.Th scope="col" className={classes['number']}>
            Refused
          </Table.Th>
          <Table.Th scope="col" className={classes['number']}>
            Calls
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.slice(0, mostTeams).map(({ value, total, affected }) => (
          <Table.Tr key={value}>
            <Table.Td>{value ?? 'Not attributed'}</Table.Td>
            <Table.Td className={classes['number']}>{formatCount(affected.requests).full}</Table.Td>
            <Table.Td className={classes['number']}>{formatCount(total.requests).full}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
