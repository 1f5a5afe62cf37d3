import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { explainRefusal } from '@/lib/failure';
import { isDay } from '@/lib/zoned-time';
import { restorePrice } from '../api/restore-price';
import { isBackdated, startOf, type ModelName } from '../model/own-price';
import { notice } from '../model/words';
import { RepriceForm } from './reprice-form';

interface Props {
  model: ModelName;
  /** Whether an own price holds, or will. */
  isOwn: boolean;
  /** The newest that was said of the price and was seen. */
  seen: number;
  timeZone: string;
  /** Called when another price may have been set meanwhile. */
  onRefused: () => void;
}

/** Takes the organization's own price of a model back. */
export function RestoreForm({ model, isOwn, seen, timeZone, onRefused }: Props) {
  const [{ data, error, fetching }, restore] = useMutation(restorePrice);
  useHeldOpen(fetching);
  const [firstDay, setFirstDay] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [since, setSince] = useState('');
  const isDone = data !== undefined && error === undefined;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const wrong = firstDay !== '' && !isDay(firstDay);
    setWrong(wrong);
    if (wrong) {
      return;
    }
    const { provider, name } = model;
    const start = startOf(firstDay, timeZone);
    const result = await restore({ input: { provider, model: name, ...start, expectedRevision: seen } });
    if (result.error === undefined) {
      setSince(isBackdated({ firstDay }, timeZone, Date.now()) ? firstDay : '');
    } else {
      onRefused();
    }
  }

  if (!isOwn && !isDone) {
    return null;
  }
  return (
    <Stack gap="md">
      <Paper
        withBorder
        p="md"
        component="form"
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => void submit(event)}
        noValidate
        aria-label="Take back"
      >
        <Stack gap="sm">
          <Title order={3} size="h5">
            Take the own price back
          </Title>
          <Text size="sm">
            The catalogue’s price holds again; a model that is not listed has none from then on.
          </Text>
          {error !== undefined && <Refusal failure={explainRefusal(error)} />}
          <TextInput
            type="date"
            label="Until before"
            description={`Empty: until now. A day begins in ${timeZone}.`}
            value={firstDay}
            error={isWrong && 'A day, or nothing.'}
            onChange={(event) => setFirstDay(event.currentTarget.value)}
          />
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="dimmed" role="status">
              {isDone && `The own price is taken back.${since === '' ? '' : ` ${notice}`}`}
            </Text>
            <Button type="submit" variant="default" disabled={!isOwn} loading={fetching}>
              Take back
            </Button>
          </Group>
        </Stack>
      </Paper>
      {isDone && since !== '' && <RepriceForm key={since} since={since} timeZone={timeZone} />}
    </Stack>
  );
}
