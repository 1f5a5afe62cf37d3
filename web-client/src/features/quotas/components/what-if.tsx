import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import type { PeriodUse } from '../api/get-history';
import type { Quota } from '../api/get-quotas';
import { inForce } from '../model/draft';
import { limitProblems, limitsDraftOf, toLimits } from '../model/limits';
import { whatIf } from '../model/what-if';
import { LimitFields } from './limit-fields';
import { StatusPill } from './status-pill';
import { UseBars } from './use-bars';

/** Shows the running period's use against other limits; nothing is changed. */
export function WhatIf({ quota, running }: { quota: Quota; running: PeriodUse | undefined }) {
  const id = useId();
  const [now] = useState(() => Date.now());
  const [limits, setLimits] = useState(() => limitsDraftOf(inForce(quota, now)));
  // A quota with a rate may have no limit at all.
  const problems = limitProblems(limits, quota.rate === null);
  const right = Object.keys(problems).length === 0;
  const outcome = right ? whatIf(quota, toLimits(limits), running, now) : null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={3} size="h5" id={id}>
            What if the limits were
          </Title>
          <span role="status">{outcome !== null && <StatusPill status={outcome.status} />}</span>
        </Group>
        <LimitFields limits={limits} problems={problems} onChange={setLimits} />
        {outcome !== null && <UseBars name={`${quota.name}, if so`} quota={quota} utilization={outcome} />}
        <Text size="xs" c="dimmed">
          From what is used in the running period. Nothing is changed.
        </Text>
      </Stack>
    </Paper>
  );
}
