import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { AlertSeverity } from '@/gql/graphql';
import type { QuotaNames } from '../api/get-quota-names';
import type { Named } from '../api/get-rules';
import { isSliced, type Draft, type Kind, type Problems } from '../model/draft';
import { durationText, isAsLong } from '../model/duration';
import { severities } from '../model/words';
import { ConditionFields } from './condition-fields';
import { SliceFields } from './slice-fields';

interface Props {
  draft: Draft;
  problems: Problems;
  quotas: QuotaNames;
  destinations: Named[];
  onChange: (draft: Draft) => void;
}

const kinds: { value: Kind; label: string }[] = [
  { value: 'threshold', label: 'A metric is above or below a bound' },
  { value: 'change', label: 'A metric changes against the period before' },
  { value: 'quota', label: 'A quota is nearly used up' },
  { value: 'budgetForecast', label: 'This month’s cost will be above an amount' },
];

const pauses = ['PT0S', 'PT5M', 'PT15M', 'PT1H', 'PT6H', 'PT24H', 'P7D'];

/** Asks what a rule is about, how urgent it is, and where its alerts go. */
export function RuleFields({ draft, problems, quotas, destinations, onChange }: Props) {
  const text = (field: 'name' | 'reason') => ({
    autoComplete: 'off',
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label="Name" required maxLength={100} data-autofocus {...text('name')} />
      <NativeSelect
        label="Raise an alert when"
        data={kinds}
        value={draft.kind}
        onChange={(event) => onChange({ ...draft, kind: event.currentTarget.value as Kind })}
      />
      <ConditionFields draft={draft} problems={problems} quotas={quotas} onChange={onChange} />
      {isSliced(draft) && <SliceFields draft={draft} problem={problems.slice} onChange={onChange} />}
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label="Severity"
          data={Object.entries(severities).map(([value, { text: label }]) => ({ value, label }))}
          value={draft.severity}
          onChange={(event) => onChange({ ...draft, severity: event.currentTarget.value as AlertSeverity })}
        />
        <NativeSelect
          label="After its end, quiet for"
          data={pausesWith(draft.coolDown)}
          value={pauses.find((each) => isAsLong(each, draft.coolDown)) ?? draft.coolDown}
          onChange={(event) => onChange({ ...draft, coolDown: event.currentTarget.value })}
        />
      </Group>
      {destinations.length > 0 && (
        <Checkbox.Group
          label="Deliver to"
          description="Beside this page."
          value={draft.destinationIds}
          onChange={(destinationIds) => onChange({ ...draft, destinationIds })}
        >
          <Stack gap="xs" mt={6}>
            {destinations.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <TextInput label="Reason" description="For the audit log." maxLength={500} {...text('reason')} />
    </>
  );
}

function pausesWith(present: string) {
  const known = pauses.some((each) => isAsLong(each, present)) ? pauses : [...pauses, present];
  return known.map((value) => ({ value, label: durationText(value) }));
}
