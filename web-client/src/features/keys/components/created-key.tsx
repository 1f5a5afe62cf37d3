import { Text } from '@mantine/core';
import { ShownOnce } from '@/components/shown-once';

/** Shows a secret this once. */
export function CreatedKey({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <ShownOnce label="Secret" value={secret} onDone={onDone}>
      <Text size="sm">
        Tollgate keeps only a hash of it: the secret is not shown again. Keep it where your program reads it.
      </Text>
    </ShownOnce>
  );
}
