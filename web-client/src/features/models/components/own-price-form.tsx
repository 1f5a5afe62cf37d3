import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { explainRefusal } from '@/lib/failure';
import { overridePrice } from '../api/override-price';
import {
  isBackdated,
  newPrice,
  problemsOf,
  toPrice,
  type ModelName,
  type Problems,
} from '../model/own-price';
import { notice } from '../model/words';
import { NameFields } from './name-fields';
import { PriceFields } from './price-fields';
import { RepriceForm } from './reprice-form';

interface Props {
  /** The model it is of. */
  model: ModelName;
  /** The providers to choose from where the model is asked for too; absent: it is that model. */
  providers?: string[];
  /** The newest that was said of the price and was seen; absent: whatever there is. */
  seen?: number;
  timeZone: string;
  /** Called when another price may have been set meanwhile. */
  onRefused?: () => void;
}

/** Sets the organization's own price of a model; where that is from a day in the past, offers to charge again from then on. */
export function OwnPriceForm({ model, providers, seen, timeZone, onRefused }: Props) {
  const [{ data, error, fetching }, override] = useMutation(overridePrice);
  useHeldOpen(fetching);
  const [draft, setDraft] = useState(() => newPrice(model));
  const [problems, setProblems] = useState<Problems>({});
  const [since, setSince] = useState('');
  const [opened] = useState(() => Date.now());

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    const expected = seen === undefined ? {} : { expectedRevision: seen };
    const result = await override({ input: { ...toPrice(draft, timeZone), ...expected } });
    if (result.error === undefined) {
      setSince(isBackdated(draft, timeZone, Date.now()) ? draft.firstDay : '');
      setDraft(newPrice(model));
    } else {
      onRefused?.();
    }
  }

  const isSet = data !== undefined && error === undefined;
  return (
    <Stack gap="md">
      <Paper
        withBorder
        p="md"
        component="form"
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => void submit(event)}
        noValidate
        aria-label="Own price"
      >
        <Stack gap="sm">
          <Title order={3} size="h5">
            Set an own price
          </Title>
          {error !== undefined && <Refusal failure={explainRefusal(error)} />}
          {providers !== undefined && (
            <NameFields draft={draft} problems={problems} providers={providers} onChange={setDraft} />
          )}
          <PriceFields draft={draft} problems={problems} timeZone={timeZone} onChange={setDraft} />
          {isBackdated(draft, timeZone, opened) && <Text size="sm">{notice}</Text>}
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="dimmed" role="status">
              {isSet && `The price is set.${since === '' ? '' : ` ${notice}`}`}
            </Text>
            <Button type="submit" loading={fetching}>
              Set price
            </Button>
          </Group>
        </Stack>
      </Paper>
      {isSet && since !== '' && <RepriceForm key={since} since={since} timeZone={timeZone} />}
    </Stack>
  );
}
