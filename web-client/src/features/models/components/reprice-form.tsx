import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { explainRefusal } from '@/lib/failure';
import { dayInZone } from '@/lib/zoned-time';
import { reprice, repriced } from '../api/reprice';
import { dayProblems, outcomeText, toReprice, type DayProblems } from '../model/reprice';

interface Props {
  /** The day from which on a price was set; empty when none was. */
  since: string;
  timeZone: string;
}

/** Charges calls again that are recorded already. */
export function RepriceForm({ since, timeZone }: Props) {
  const [{ data, error, fetching }, execute] = useMutation(reprice);
  useHeldOpen(fetching);
  const [days, setDays] = useState(() => ({ first: since, last: dayInZone(new Date(), timeZone) }));
  const [problems, setProblems] = useState<DayProblems>({});

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = dayProblems(days);
    setProblems(found);
    if (Object.keys(found).length === 0) {
      void execute({ input: toReprice(days, timeZone) }, repriced);
    }
  }

  const day = (name: 'first' | 'last') => ({
    type: 'date',
    required: true,
    value: days[name],
    error: problems[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDays({ ...days, [name]: event.currentTarget.value }),
  });

  return (
    <Paper withBorder p="md" component="form" onSubmit={submit} noValidate aria-label="Charge again">
      <Stack gap="sm">
        <Title order={3} size="h5">
          Charge recorded calls again
        </Title>
        <Text size="sm">
          The calls of these days, of every model, are charged again with the prices that are known now. All
          numbers follow. Costs that came with a call stay.
        </Text>
        {error !== undefined && <Refusal failure={explainRefusal(error)} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="First day" {...day('first')} />
          <TextInput label="Last day" {...day('last')} />
        </SimpleGrid>
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {!fetching && data !== undefined && error === undefined && outcomeText(data.reprice)}
          </Text>
          <Button type="submit" variant="default" loading={fetching}>
            Charge again
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
