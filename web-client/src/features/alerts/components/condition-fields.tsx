import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { AlertComparison, QuotaStatus, UsageMetric } from '@/gql/graphql';
import type { QuotaNames } from '../api/get-quota-names';
import type { Draft, Problems } from '../model/draft';
import { metricNames, metrics } from '../model/metrics';
import { windowOptions } from '../model/window';
import { QuotaPicker } from './quota-picker';

interface Props {
  draft: Draft;
  problems: Problems;
  quotas: QuotaNames;
  onChange: (draft: Draft) => void;
}

/** Asks for what a rule of its kind needs. */
export function ConditionFields(props: Props) {
  switch (props.draft.kind) {
    case 'threshold':
    case 'change':
      return <MetricFields {...props} />;
    case 'quota':
      return <QuotaFields {...props} />;
    case 'budgetForecast':
      return (
        <NumberField
          {...props}
          field="amount"
          label="Amount, USD"
          description="What this month costs so far, and for the time that is left as much as the last seven days."
        />
      );
  }
}

const sides = {
  threshold: [
    { value: 'ABOVE', label: 'is above' },
    { value: 'BELOW', label: 'is below' },
  ],
  change: [
    { value: 'ABOVE', label: 'rises by more than' },
    { value: 'BELOW', label: 'falls by more than' },
  ],
};

function MetricFields(props: Props) {
  const { draft, onChange } = props;
  const kind = draft.kind === 'change' ? 'change' : 'threshold';
  return (
    <>
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label="Metric"
          data={metricNames.map((value) => ({ value, label: metrics[value].label }))}
          value={draft.metric}
          onChange={(event) => onChange({ ...draft, metric: event.currentTarget.value as UsageMetric })}
        />
        <NativeSelect
          label="Comparison"
          data={sides[kind]}
          value={draft.comparison}
          onChange={(event) =>
            onChange({ ...draft, comparison: event.currentTarget.value as AlertComparison })
          }
        />
      </Group>
      <Group grow align="flex-start" gap="sm">
        {kind === 'threshold' ? (
          <NumberField {...props} field="bound" label={`Bound, ${metrics[draft.metric].unit}`} />
        ) : (
          <NumberField {...props} field="percent" label="Percent of the period before" />
        )}
        <NativeSelect
          label="Looked at"
          data={windowOptions(draft.window)}
          value={draft.window}
          onChange={(event) => onChange({ ...draft, window: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}

const statuses: { value: QuotaStatus; label: string }[] = [
  { value: 'WARNING', label: 'its warning, or worse' },
  { value: 'CRITICAL', label: 'critical, or worse' },
  { value: 'EXCEEDED', label: 'its limit' },
];

function QuotaFields({ draft, quotas, onChange }: Props) {
  return (
    <Group grow align="flex-start" gap="sm">
      <QuotaPicker
        value={draft.quotaId}
        names={quotas}
        onChange={(quotaId) => onChange({ ...draft, quotaId })}
      />
      <NativeSelect
        label="Has reached"
        data={statuses}
        value={draft.quotaStatus}
        onChange={(event) => onChange({ ...draft, quotaStatus: event.currentTarget.value as QuotaStatus })}
      />
    </Group>
  );
}

interface NumberProps extends Props {
  field: 'bound' | 'percent' | 'amount';
  label: string;
  description?: string;
}

function NumberField({ draft, problems, onChange, field, label, description }: NumberProps) {
  return (
    <TextInput
      type="number"
      inputMode="decimal"
      step="any"
      label={label}
      description={description}
      required
      value={draft[field]}
      error={problems[field]}
      onChange={(event) => onChange({ ...draft, [field]: event.currentTarget.value })}
    />
  );
}
