import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '@/config/paths';

export function NotFoundRoute() {
  return (
    <Stack align="center" py={80} gap="sm">
      <title>Not found · Tollgate</title>
      <Title order={1} size="h2">
        There is no such page
      </Title>
      <Text c="dimmed">The address may be mistyped, or the page has moved.</Text>
      <Anchor component={Link} to={paths.overview}>
        Go to the overview
      </Anchor>
    </Stack>
  );
}
