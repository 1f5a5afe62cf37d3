import { Text } from '@mantine/core';

/** Says that the address is not a whole link. */
export function NoToken() {
  return (
    <Text size="sm" role="alert">
      This link is not whole. Open it as it was sent to you, to its last letter.
    </Text>
  );
}
