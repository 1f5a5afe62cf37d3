import { Button, Code, Text } from '@mantine/core';
import { EmptyPanel } from '@/components/empty-panel';

const example = `curl -X POST /v1/usage/events \\
  -H 'Authorization: Bearer tg_…' -H 'Content-Type: application/json' \\
  -d '{"id":"1","occurredAt":"…","provider":"openai","model":"gpt-5.5","inputTokens":374,"outputTokens":44}'`;

interface Props {
  filtered: boolean;
  /** Whether calls have come in since nothing was found. */
  arrived: boolean;
  onClear: () => void;
  onRefresh: () => void;
}

/** Says that there is nothing to show, and what to do about it. */
export function EmptyState({ filtered, arrived, onClear, onRefresh }: Props) {
  if (arrived) {
    return (
      <EmptyPanel title="Calls are coming in">
        <Button variant="default" size="xs" onClick={onRefresh}>
          Show them
        </Button>
      </EmptyPanel>
    );
  }
  return (
    <EmptyPanel title={filtered ? 'No calls match these filters' : 'No calls in this period'}>
      {filtered ? (
        <>
          <Text c="dimmed" size="sm" ta="center">
            Remove a filter, or choose a longer period.
          </Text>
          <Button variant="default" size="xs" onClick={onClear}>
            Clear filters
          </Button>
        </>
      ) : (
        <>
          <Text c="dimmed" size="sm" ta="center">
            Choose a longer period, or record a first call:
          </Text>
          <Code block tabIndex={0} maw="100%">
            {example}
          </Code>
        </>
      )}
    </EmptyPanel>
  );
}
