import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { formatCount } from '@/lib/format';
import type { Provider } from '../api/get-providers';
import classes from './providers.module.css';
import { Traits } from './traits';

interface Props {
  /** Those that fit what is looked for. */
  providers: Provider[];
  search: string;
  onSearch: (search: string) => void;
  /** Absent when the viewer may not add credentials. */
  onAdd: ((provider: Provider) => void) | undefined;
}

const first = 12;

/** The providers that there is no credential for. */
export function OtherProviders({ providers, search, onSearch, onAdd }: Props) {
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? providers : providers.slice(0, first);
  return (
    <Stack gap="sm" component="section" aria-labelledby={id}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <Title order={2} size="h4" id={id}>
          Other providers
        </Title>
        <TextInput
          type="search"
          aria-label="Search providers"
          placeholder="Search"
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
      </Group>
      <ul className={classes['others']} aria-label="Other providers">
        {shown.map((provider) => (
          <Other key={provider.id} provider={provider} onAdd={onAdd} />
        ))}
      </ul>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {providers.length === 0
            ? 'None that fits'
            : shown.length < providers.length
              ? `${formatCount(shown.length).full} of ${formatCount(providers.length).full}`
              : `All ${formatCount(providers.length).full}`}
        </Text>
        {shown.length < providers.length && (
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            Show all
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Other({ provider, onAdd }: { provider: Provider; onAdd: Props['onAdd'] }) {
  const id = useId();
  return (
    <Paper withBorder p="sm" component="li" aria-labelledby={id} className={classes['card']}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={600} id={id} className={classes['about']}>
          {provider.label}
        </Text>
        {onAdd !== undefined && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Add ${provider.label}`}
            onClick={() => onAdd(provider)}
          >
            Add
          </Button>
        )}
      </Group>
      <Traits provider={provider} />
    </Paper>
  );
}
