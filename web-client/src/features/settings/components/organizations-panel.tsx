import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from 'urql';
import { Pill } from '@/components/pill';
import { Refusal } from '@/components/refusal';
import { explainRefusal } from '@/lib/failure';
import type { Asker } from '../api/get-settings';
import { switchOrganization } from '../api/switch-organization';
import { Panel } from './panel';

interface Props {
  organizations: Asker['organizations'];
  /** The id of the one that the session is in. */
  current: string;
  onChanged: () => Promise<void>;
}

/** The organizations that one belongs to; the session goes from one to another. */
export function OrganizationsPanel({ organizations, current, onChanged }: Props) {
  const [{ error, fetching }, move] = useMutation(switchOrganization);

  async function go(slug: string) {
    const result = await move({ input: { slug } });
    if (result.error === undefined) {
      await onChanged();
    }
  }

  return (
    <Panel title="Your organizations">
      {error !== undefined && <Refusal failure={explainRefusal(error)} />}
      <Stack gap="xs" component="ul" p={0} m={0} aria-label="Your organizations">
        {organizations.map(({ id, slug, name }) => (
          <Group key={id} component="li" justify="space-between" gap="sm" wrap="nowrap">
            <Text size="sm" truncate>
              {name}
            </Text>
            {id === current ? (
              <Pill tone="good">Here</Pill>
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Switch to ${name}`}
                loading={fetching}
                onClick={() => void go(slug)}
              >
                Switch
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
