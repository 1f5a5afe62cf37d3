import { Button, CloseButton, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FeatureState } from '@/gql/graphql';
import { formatTime } from '@/lib/zoned-time';
import type { Step } from '../api/get-features';
import { withStep } from '../model/draft';
import { stateText } from '../model/words';

interface Props {
  schedule: Step[];
  timeZone: string;
  onChange: (schedule: Step[]) => void;
}

/** Says what the state becomes at a time, and adds to it. */
export function ScheduleFields({ schedule, timeZone, onChange }: Props) {
  const [local, setLocal] = useState('');
  const [state, setState] = useState<FeatureState>('OFF');
  const [percent, setPercent] = useState('50');
  const [problem, setProblem] = useState<string | null>(null);

  function add() {
    const next = withStep(schedule, { local, state, percent }, timeZone, new Date());
    setProblem(next === undefined ? problemText(state) : null);
    if (next !== undefined) {
      onChange(next);
      setLocal('');
    }
  }

  return (
    <Stack gap={6} role="group" aria-label="Schedule">
      {schedule.map((step) => {
        const text = `${stateText(step)} from ${formatTime(step.at, timeZone, 'minute')}`;
        return (
          <Group key={step.at} gap="xs">
            <Text size="sm">{text}</Text>
            <CloseButton
              size="sm"
              aria-label={`Remove “${text}”`}
              onClick={() => onChange(schedule.filter((each) => each !== step))}
            />
          </Group>
        );
      })}
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label="Becomes"
          data={[
            { value: 'OFF', label: 'Off' },
            { value: 'ON', label: 'On' },
            { value: 'PARTIAL', label: 'For a part' },
          ]}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as FeatureState)}
        />
        {state === 'PARTIAL' && (
          <TextInput
            type="number"
            inputMode="numeric"
            label="Percent"
            min={0}
            max={100}
            w={100}
            value={percent}
            onChange={(event) => setPercent(event.currentTarget.value)}
          />
        )}
        <TextInput
          type="datetime-local"
          label={`at, in ${timeZone}`}
          value={local}
          error={problem}
          onChange={(event) => setLocal(event.currentTarget.value)}
        />
        <Button variant="default" mt={25} disabled={local === ''} onClick={add}>
          Schedule
        </Button>
      </Group>
    </Stack>
  );
}

function problemText(state: FeatureState): string {
  return state === 'PARTIAL' ? 'A time to come, and 0 to 100 percent.' : 'A time to come.';
}
