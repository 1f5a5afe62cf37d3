import { Center, Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Logo } from './logo';

interface Props {
  /** The page's name. */
  title: string;
  /** What it says at its head. */
  heading: string;
  children: ReactNode;
}

/** The frame around what is shown to those who are not signed in. */
export function Outside({ title, heading, children }: Props) {
  return (
    <Center component="main" mih="100dvh" p="md">
      <title>{`${title} · Tollgate`}</title>
      <Stack w="100%" maw={380} gap="lg" pb={60}>
        <Group gap="sm" justify="center">
          <Logo size={32} />
          <Title order={1} size="h3">
            {heading}
          </Title>
        </Group>
        <Paper withBorder p="lg">
          {children}
        </Paper>
      </Stack>
    </Center>
  );
}
