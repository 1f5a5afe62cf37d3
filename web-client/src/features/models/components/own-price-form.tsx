import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { explainRefusal } from '@/lib/failure';
import type { Model } from '../api/get-models';
import type { PriceVersion } from '../api/get-prices';
import { overridePrice } from '../api/override-price';
import { problemsOf, seenRevision, toPrice, type Draft, type Problems } from '../model/own-price';

interface Props {
  model: Model;
  prices: PriceVersion[];
  timeZone: string;
  /** Called when another price may have been set meanwhile. */
  onRefused: () => void;
}

const empty: Draft = { input: '', output: '', cacheRead: '', cacheWrite: '', firstDay: '' };

/** Sets the organization's own price of a model. */
export function OwnPriceForm({ model, prices, timeZone, onRefused }: Props) {
  const [{ data, error, fetching }, override] = useMutation(overridePrice);
  const [draft, setDraft] = useState(empty);
  const [problems, setProblems] = useState<Problems>({});

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    const { provider, name } = model;
    const result = await override({
      input: { provider, model: name, ...toPrice(draft, timeZone), expectedRevision: seenRevision(prices) },
    });
    if (result.error === undefined) {
      setDraft(empty);
    } else {
      onRefused();
    }
  }

  const amount = (name: Exclude<keyof Draft, 'firstDay'>) => ({
    type: 'number',
    inputMode: 'decimal' as const,
    min: 0,
    step: 'any',
    value: draft[name],
    error: problems[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  return (
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
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Input, USD a million" required {...amount('input')} />
          <TextInput label="Output, USD a million" required {...amount('output')} />
          <TextInput label="Cached input" placeholder="As input" {...amount('cacheRead')} />
          <TextInput label="Written to cache" placeholder="As input" {...amount('cacheWrite')} />
          <TextInput
            type="date"
            label="From"
            description={`Empty: from now on. A day begins in ${timeZone}.`}
            value={draft.firstDay}
            error={problems.firstDay}
            onChange={(event) => setDraft({ ...draft, firstDay: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {data !== undefined && error === undefined && 'The price is set.'}
          </Text>
          <Button type="submit" loading={fetching}>
            Set price
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
