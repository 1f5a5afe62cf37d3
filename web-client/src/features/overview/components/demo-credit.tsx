import { Anchor, Text } from '@mantine/core';

/** Whose data the demo replays, under which licence, and what of it is made up. */
export function DemoCredit() {
  return (
    <Text size="xs" c="dimmed">
      Demo data: token counts and bursts from the{' '}
      <Anchor inherit underline="always" href="https://github.com/Azure/AzurePublicDataset">
        Azure LLM inference trace 2023
      </Anchor>{' '}
      (conversation) by Microsoft,{' '}
      <Anchor inherit underline="always" href="https://creativecommons.org/licenses/by/4.0/">
        CC-BY-4.0
      </Anchor>
      , spread over 30 days; models, features, teams, users and latencies are assigned.
    </Text>
  );
}
