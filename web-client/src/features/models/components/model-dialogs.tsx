import { Dialog } from '@/components/dialog';
import { useLast } from '@/lib/use-last';
import type { Model } from '../api/get-models';
import type { ModelName } from '../model/own-price';
import { OwnPriceForm } from './own-price-form';
import { PricesDialog } from './prices-dialog';
import { RepriceForm } from './reprice-form';

/** The dialog that is open. */
export type Opened =
  { kind: 'prices'; model: Model } | { kind: 'add'; model: ModelName } | { kind: 'reprice' };

interface Props {
  /** Null when none is. */
  opened: Opened | null;
  providers: string[];
  mayChange: boolean;
  timeZone: string;
  onClose: () => void;
}

/** Everything that is asked about prices. */
export function ModelDialogs({ opened, providers, mayChange, timeZone, onClose }: Props) {
  const shown = useLast(opened);
  return (
    <>
      <PricesDialog
        model={opened?.kind === 'prices' ? opened.model : null}
        mayChange={mayChange}
        timeZone={timeZone}
        onClose={onClose}
      />
      <Dialog title="Add an own price" opened={opened?.kind === 'add'} onClose={onClose} size="lg">
        {shown?.kind === 'add' && (
          <OwnPriceForm model={shown.model} providers={providers} timeZone={timeZone} />
        )}
      </Dialog>
      <Dialog title="Charge again" opened={opened?.kind === 'reprice'} onClose={onClose} size="lg">
        <RepriceForm since="" timeZone={timeZone} />
      </Dialog>
    </>
  );
}
