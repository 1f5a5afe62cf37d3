import { Stack } from '@mantine/core';
import { Dialog } from '@/components/dialog';
import { FailurePanel } from '@/components/failure-panel';
import { TablePlaceholder } from '@/components/table-placeholder';
import { explain } from '@/lib/failure';
import { useLast } from '@/lib/use-last';
import type { Model } from '../api/get-models';
import { usePrices } from '../api/get-prices';
import { OwnPriceForm } from './own-price-form';
import { PriceVersions } from './price-versions';
import { RestoreForm } from './restore-form';

interface Props {
  /** The model whose prices are shown; null when none are. */
  model: Model | null;
  mayChange: boolean;
  timeZone: string;
  onClose: () => void;
}

/** Every price of a model, and the organization's own. */
export function PricesDialog({ model, mayChange, timeZone, onClose }: Props) {
  const shown = useLast(model);
  return (
    <Dialog title={`Prices of ${shown?.name ?? ''}`} opened={model !== null} onClose={onClose} size="xl">
      {shown !== null && <Prices model={shown} mayChange={mayChange} timeZone={timeZone} />}
    </Dialog>
  );
}

function Prices({ model, mayChange, timeZone }: Omit<Props, 'model' | 'onClose'> & { model: Model }) {
  const { prices, revision, error, refresh } = usePrices(model.id);
  if (error !== undefined && prices === undefined) {
    return <FailurePanel failure={explain(error)} onRetry={refresh} />;
  }
  if (prices === undefined) {
    return <TablePlaceholder rows={3} />;
  }
  return (
    <Stack gap="lg">
      <PriceVersions prices={prices} timeZone={timeZone} />
      {mayChange && (
        <>
          <OwnPriceForm model={model} seen={revision} timeZone={timeZone} onRefused={refresh} />
          <RestoreForm
            model={model}
            isOwn={prices.some(({ negotiated, effectiveTo }) => negotiated && effectiveTo === null)}
            seen={revision}
            timeZone={timeZone}
            onRefused={refresh}
          />
        </>
      )}
    </Stack>
  );
}
