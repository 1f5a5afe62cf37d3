import { Alert, Code, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure } from '@/lib/failure';

/** Says that a change was not made, and why. */
export function Refusal({ failure, onClose }: { failure: Failure; onClose?: () => void }) {
  return (
    <Alert
      color="red"
      variant="default"
      role="alert"
      title={failure.title}
      icon={<IconAlertTriangle color="var(--mantine-color-error)" />}
      {...(onClose === undefined ? {} : { withCloseButton: true, closeButtonLabel: 'Dismiss', onClose })}
    >
      <Text size="sm">{failure.detail}</Text>
      {failure.reference !== undefined && (
        <Text size="xs" mt={4}>
          Reference <Code>{failure.reference}</Code>
        </Text>
      )}
    </Alert>
  );
}
