import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** Says why a link did not do what it is for. */
export function LinkAlert({ children }: { children: string }) {
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle />}>
      {children}
    </Alert>
  );
}
