import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import type { Quota } from '../api/get-quotas';
import { isOverridden, isRolling } from '../model/draft';
import { rateText } from '../model/rate';
import { limitsText, modeWords, periodWords, scopeText } from '../model/words';
import classes from './quotas.module.css';
import type { QuotaAction } from './quota-dialogs';
import { StatusPill } from './status-pill';
import { UseBars } from './use-bars';

interface Props {
  quota: Quota;
  timeZone: string;
  now: number;
  mayChange: boolean;
  onOpen: (action: QuotaAction) => void;
}

/** A quota: what it is about, how much is used, and what can be done with it. */
export function QuotaCard({ quota, timeZone, now, mayChange, onOpen }: Props) {
  const id = useId();
  const { name, scope, period, mode, rate, utilization } = quota;
  const action = (kind: QuotaAction, label: string) => (
    <Button size="compact-xs" variant="default" aria-label={`${label} ${name}`} onClick={() => onOpen(kind)}>
      {label}
    </Button>
  );
  return (
    <Paper withBorder p="md" component="li" aria-labelledby={id} className={classes['card']}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div className={classes['about']}>
          <Title order={2} size="h5" id={id}>
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {scopeText(scope)} · {periodWords[period]} · {modeWords[mode]}
            {rate !== null && ` · ${rateText(rate)}`}
          </Text>
        </div>
        <StatusPill status={utilization.status} />
      </Group>
      <UseBars name={name} quota={quota} utilization={utilization} />
      <Override quota={quota} timeZone={timeZone} now={now} />
      <Group justify="space-between" gap="xs" mt="auto">
        <Text size="xs" c="dimmed">
          {isRolling(period) ? 'Moves on' : 'Begins anew'}{' '}
          <Moment at={utilization.periodEnd} timeZone={timeZone} format="minute" />
        </Text>
        <Group gap={6}>
          {action('details', 'Details')}
          {mayChange && (
            <>
              {action('edit', 'Edit')}
              {action('override', 'Override')}
              {action('delete', 'Delete')}
            </>
          )}
        </Group>
      </Group>
    </Paper>
  );
}

function Override({ quota, timeZone, now }: Pick<Props, 'quota' | 'timeZone' | 'now'>) {
  const { override } = quota;
  if (override === null || !isOverridden(quota, now)) {
    return null;
  }
  return (
    <Text size="xs">
      <Pill tone="warning">Override</Pill> {limitsText(override.limits)} until{' '}
      <Moment at={override.expiresAt} timeZone={timeZone} format="minute" />
      {override.reason !== null && `: “${override.reason}”`}
    </Text>
  );
}
