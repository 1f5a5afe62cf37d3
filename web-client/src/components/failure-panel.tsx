import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { Failure } from '@/lib/failure';

/** Says what went wrong, with the code and reference that support needs, and offers another try. */
export function FailurePanel({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <Alert
      color="red"
      variant="default"
      role="alert"
      title={failure.title}
      icon={<IconAlertTriangle color="var(--mantine-color-error)" />}
      p="lg"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{failure.detail}</Text>
        <Group gap="md">
          <Text size="xs" component="span">
            Code <Code>{failure.code}</Code>
          </Text>
          {failure.reference !== undefined && (
            <Text size="xs" component="span">
              Reference <Code>{failure.reference}</Code>
            </Text>
          )}
        </Group>
        <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          Try again
        </Button>
      </Stack>
    </Alert>
  );
}
