import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import type { EnforcementMode } from '@/gql/graphql';
import type { Draft, Problems } from '../model/draft';
import { LimitFields } from './limit-fields';
import { RateFields } from './rate-fields';

interface Props {
  draft: Draft;
  problems: Problems;
  onChange: (draft: Draft) => void;
}

const modes: { value: EnforcementMode; label: string }[] = [
  { value: 'ALERT', label: 'Tell, let all calls through' },
  { value: 'THROTTLE', label: 'Slow down from the warning on' },
  { value: 'BLOCK', label: 'Block what does not fit' },
];

/** Asks what can be changed about a quota: name, limits, and what it does. */
export function RuleFields({ draft, problems, onChange }: Props) {
  const text = (field: 'name' | 'warning' | 'critical' | 'reason') => ({
    autoComplete: 'off',
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label="Name" required maxLength={100} data-autofocus {...text('name')} />
      <LimitFields
        limits={draft.limits}
        problems={problems.limits}
        onChange={(limits) => onChange({ ...draft, limits })}
      />
      <RateFields
        rate={draft.rate}
        problems={problems.rate}
        onChange={(rate) => onChange({ ...draft, rate })}
      />
      <NativeSelect
        label="What it does"
        data={modes}
        value={draft.mode}
        onChange={(event) => onChange({ ...draft, mode: event.currentTarget.value as EnforcementMode })}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput type="number" label="Warning, percent" min={1} max={100} {...text('warning')} />
        <TextInput type="number" label="Critical, percent" min={1} max={100} {...text('critical')} />
      </Group>
      <Checkbox
        label="Calls go on while the counters cannot be reached"
        checked={draft.failOpen}
        onChange={(event) => onChange({ ...draft, failOpen: event.currentTarget.checked })}
      />
      <TextInput label="Reason" description="For the audit log." {...text('reason')} />
    </>
  );
}
