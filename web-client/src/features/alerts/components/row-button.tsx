import { Button } from '@mantine/core';

interface Props {
  label: string;
  /** What it is done to. */
  name: string;
  loading?: boolean;
  onClick: () => void;
}

/** Does something to a row. */
export function RowButton({ label, name, loading = false, onClick }: Props) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${label} ${name}`}
      loading={loading}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
