import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { FailurePanel } from '@/components/failure-panel';
import type { CallPageFragment, UsageFilter } from '@/gql/graphql';
import { explain, type Failure } from '@/lib/failure';
import { moreCalls } from '../api/get-more-calls';
import { CallsTable } from './calls-table';

interface Props {
  first: CallPageFragment;
  range: { from: string; to: string };
  filter: UsageFilter | null;
  timeZone: string;
}

/** The calls of the page and, on demand, those before them. */
export function CallsPanel({ first, range, filter, timeZone }: Props) {
  const client = useClient();
  const [later, setLater] = useState<CallPageFragment[]>([]);
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const pages = [first, ...later];
  const { hasNextPage, endCursor } = pages.at(-1)?.pageInfo ?? first.pageInfo;
  const calls = pages.flatMap((page) => page.nodes);

  async function loadMore(after: string) {
    setLoading(true);
    setFailure(null);
    const between = { from: range.from, to: range.to };
    const result = await client.query(moreCalls, { range: { between }, filter, after }).toPromise();
    const page = result.data?.organization.usage.events;
    if (page !== undefined) {
      setLater((known) => [...known, page]);
    }
    setFailure(result.error === undefined ? null : explain(result.error));
    setLoading(false);
  }

  return (
    <>
      <CallsTable calls={calls} timeZone={timeZone} />
      {failure !== null && endCursor !== null && (
        <FailurePanel failure={failure} onRetry={() => void loadMore(endCursor)} />
      )}
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed" role="status">
          {hasNextPage ? `The newest ${calls.length} calls` : `All ${calls.length} calls`}
        </Text>
        {hasNextPage && endCursor !== null && (
          <Button variant="default" size="xs" loading={loading} onClick={() => void loadMore(endCursor)}>
            Load more
          </Button>
        )}
      </Group>
    </>
  );
}
