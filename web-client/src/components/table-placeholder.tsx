import { Skeleton, Stack } from '@mantine/core';

/** Holds the place of a table's rows until they are there. */
export function TablePlaceholder({ rows = 8 }: { rows?: number }) {
  return (
    <Stack gap="sm" pt={4} aria-busy="true" aria-label="Loading" role="status">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={28} />
      ))}
    </Stack>
  );
}
