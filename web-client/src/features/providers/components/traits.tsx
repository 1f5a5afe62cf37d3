import { Group, Text } from '@mantine/core';
import { Pill } from '@/components/pill';
import { capabilityWords } from '@/lib/capabilities';
import type { Provider } from '../api/get-providers';
import { modelsText } from '../model/words';

/** How many models a provider has, and what they can do. */
export function Traits({ provider }: { provider: Provider }) {
  return (
    <Group gap={6}>
      <Text size="sm" c="dimmed" component="span">
        {modelsText(provider)}
      </Text>
      {provider.capabilities.map((capability) => (
        <Pill key={capability} tone="neutral">
          {capabilityWords[capability]}
        </Pill>
      ))}
    </Group>
  );
}
