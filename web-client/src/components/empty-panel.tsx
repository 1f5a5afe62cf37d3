import { Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** Says that there is nothing to show, and what to do about it. */
export function EmptyPanel({ title, children }: { title: string; children?: ReactNode }) {
  const id = useId();
  return (
    <Paper withBorder p="xl" component="section" aria-labelledby={id}>
      <Stack align="center" justify="center" gap="sm" py="xl" mih={240}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
