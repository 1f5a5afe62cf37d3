import { Button, Stack, Text, Title } from '@mantine/core';

export function UnexpectedErrorRoute() {
  return (
    <Stack align="center" py={120} gap="sm" role="alert">
      <title>Error · Tollgate</title>
      <Title order={1} size="h2">
        This page has failed
      </Title>
      <Text c="dimmed">Nothing was lost. Loading it again may help.</Text>
      <Button variant="default" onClick={() => window.location.reload()}>
        Load again
      </Button>
    </Stack>
  );
}
