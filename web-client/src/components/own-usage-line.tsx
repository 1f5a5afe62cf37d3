import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '@/config/paths';

/** Tells whoever may not see the organization's usage whose usage is shown. */
export function OwnUsageLine() {
  return (
    <Text size="sm" c="dimmed">
      The usage of{' '}
      <Anchor component={Link} to={paths.keys} inherit>
        your API keys
      </Anchor>
      , and of no others.
    </Text>
  );
}
