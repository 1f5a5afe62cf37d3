import { Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/dialog';
import { ShownOnce } from '@/components/shown-once';
import { useLast } from '@/lib/use-last';
import type { Destination } from '../api/get-destinations';
import { DestinationForm } from './destination-form';

/** What is asked about destinations. */
export type Opened = { kind: 'create' } | { kind: 'edit'; destination: Destination };

interface Props {
  /** Null when nothing is. */
  opened: Opened | null;
  onClose: () => void;
}

/** Asks what a destination should be, then shows a webhook's secret once. */
export function DestinationDialog({ opened, onClose }: Props) {
  const shown = useLast(opened);
  const [secret, setSecret] = useState<string | null>(null);
  const destination = shown?.kind === 'edit' ? shown.destination : null;

  function close() {
    setSecret(null);
    onClose();
  }

  function saved(made: string | null) {
    if (made === null) {
      close();
    } else {
      setSecret(made);
    }
  }

  const title = destination === null ? 'Add a destination' : `Edit “${destination.name}”`;
  return (
    <Dialog
      title={secret === null ? title : 'Copy the signing secret now'}
      opened={opened !== null}
      onClose={close}
      insistent={secret !== null}
    >
      {secret !== null ? (
        <ShownOnce label="Signing secret" value={secret} onDone={close}>
          <Text size="sm">
            Calls are signed with it, so that the receiver can tell that they are Tollgate’s. It is not shown
            again.
          </Text>
        </ShownOnce>
      ) : (
        <DestinationForm key={destination?.id} destination={destination} onSaved={saved} onCancel={close} />
      )}
    </Dialog>
  );
}
