import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { formatCount } from '@/lib/format';
import type { ModelName } from '../model/own-price';
import type { Unpriced } from '../model/unpriced';
import classes from './models.module.css';

interface Props {
  models: Unpriced[];
  /** Absent: the viewer may not set prices. */
  onPrice: ((model: ModelName) => void) | undefined;
}

/** What was called without a known price, so that its cost is missing everywhere. */
export function UnpricedModels({ models, onPrice }: Props) {
  const id = useId();
  if (models.length === 0) {
    return null;
  }
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} size="h5" id={id}>
          Called without a price
        </Title>
        <Text size="sm" c="dimmed">
          The cost of these calls of the last 30 days is not known and is in no sum.
        </Text>
        <ul className={classes['unpriced']} aria-labelledby={id}>
          {models.map((model) => (
            <li key={`${model.provider} ${model.name}`}>
              <Group justify="space-between" gap="sm" wrap="nowrap">
                <div className={classes['about']}>
                  <Text size="sm">{model.name}</Text>
                  <Text size="xs" c="dimmed">
                    {model.provider} · {formatCount(model.calls).full} {model.calls === 1 ? 'call' : 'calls'}
                  </Text>
                </div>
                {onPrice !== undefined && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    className={classes['action'] ?? ''}
                    aria-label={`Add own price of ${model.provider} ${model.name}`}
                    onClick={() => onPrice(model)}
                  >
                    Add own price
                  </Button>
                )}
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </Paper>
  );
}
