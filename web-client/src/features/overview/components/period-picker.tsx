import { Button, Group, Popover, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { problemOf, recentDays, type Period, type Preset } from '../model/period';

interface Props {
  period: Period;
  timeZone: string;
  onChange: (period: Period) => void;
}

const choices = [
  { value: '24h', label: '24 h' },
  { value: '7d', label: '7 d' },
  { value: '30d', label: '30 d' },
  { value: 'custom', label: 'Custom' },
];

/** Chooses the period: a stretch up to now, or days of the organization's calendar. */
export function PeriodPicker({ period, timeZone, onChange }: Props) {
  const [choosingDays, setChoosingDays] = useState(false);

  function choose(value: string) {
    if (value === 'custom') {
      setChoosingDays(true);
    } else {
      setChoosingDays(false);
      onChange({ kind: 'preset', preset: value as Preset });
    }
  }

  const chosen = choosingDays || period.kind === 'custom' ? 'custom' : period.preset;
  return (
    <Popover
      opened={choosingDays}
      onChange={setChoosingDays}
      position="bottom-end"
      // The switch has a role of its own; what it opens is a dialog.
      withRoles={false}
      hideDetached={false}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <div>
          <SegmentedControl
            aria-label="Period"
            data={choices}
            value={chosen}
            onChange={choose}
            onClick={(event) => {
              // Choosing "Custom" again changes nothing, yet should offer the days again.
              if ((event.target as HTMLInputElement).value === 'custom') {
                setChoosingDays(true);
              }
            }}
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Custom period">
        <DaysForm
          initial={period.kind === 'custom' ? period : recentDays(new Date(), timeZone)}
          timeZone={timeZone}
          onSubmit={(days) => {
            setChoosingDays(false);
            onChange({ kind: 'custom', ...days });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface Days {
  firstDay: string;
  lastDay: string;
}

function DaysForm(props: { initial: Days; timeZone: string; onSubmit: (days: Days) => void }) {
  const { firstDay, lastDay } = props.initial;
  const [days, setDays] = useState<Days>({ firstDay, lastDay });
  const [problem, setProblem] = useState<string | null>(null);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const found = problemOf(days.firstDay, days.lastDay);
    setProblem(found);
    if (found === null) {
      props.onSubmit(days);
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group gap="sm" grow align="flex-start" wrap="nowrap">
          <TextInput
            type="date"
            label="First day"
            value={days.firstDay}
            data-autofocus
            onChange={(event) => setDays({ ...days, firstDay: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="Last day"
            value={days.lastDay}
            error={problem}
            onChange={(event) => setDays({ ...days, lastDay: event.currentTarget.value })}
          />
        </Group>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            Whole days in {props.timeZone}
          </Text>
          <Button type="submit" size="xs">
            Apply
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
