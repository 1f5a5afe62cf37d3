import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What the page is about, in a line. */
  children: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: its name, what it is about, and what can be done. */
export function PageHead({ title, children, actions }: Props) {
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <title>{`${title} · Tollgate`}</title>
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text size="sm" c="dimmed" component="div">
          {children}
        </Text>
      </div>
      {actions}
    </Group>
  );
}
