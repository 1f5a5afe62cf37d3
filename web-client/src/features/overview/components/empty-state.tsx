import { Button, Code, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

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
      <Panel title="Calls are coming in">
        <Button variant="default" size="xs" onClick={onRefresh}>
          Show them
        </Button>
      </Panel>
    );
  }
  return (
    <Panel title={filtered ? 'No calls match these filters' : 'No calls in this period'}>
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
    </Panel>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="xl" component="section" aria-labelledby="empty-title">
      <Stack align="center" justify="center" gap="sm" py="xl" mih={240}>
        <Title order={2} size="h4" id="empty-title">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
