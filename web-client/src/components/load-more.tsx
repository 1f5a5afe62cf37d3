import { Button, Group, Text } from '@mantine/core';
import { formatCount } from '@/lib/format';
import type { Pages } from '@/lib/use-pages';
import { FailurePanel } from './failure-panel';

interface Props {
  pages: Pages<unknown>;
  /** What the rows are, in the plural. */
  what: string;
}

/** Says how much of a list is shown, and offers what follows. */
export function LoadMore({ pages, what }: Props) {
  const { nodes, totalCount, hasMore, loading, failure, loadMore } = pages;
  const total = formatCount(totalCount).full;
  const all = totalCount === 1 ? 'The only one' : `All ${total} ${what}`;
  return (
    <>
      {failure !== null && <FailurePanel failure={failure} onRetry={loadMore} />}
      <Group justify="space-between" mt="sm" mih={30}>
        <Text size="sm" c="dimmed" role="status">
          {hasMore ? `The first ${formatCount(nodes.length).full} of ${total} ${what}` : all}
        </Text>
        {hasMore && (
          <Button variant="default" size="xs" loading={loading} onClick={loadMore}>
            Load more
          </Button>
        )}
      </Group>
    </>
  );
}
