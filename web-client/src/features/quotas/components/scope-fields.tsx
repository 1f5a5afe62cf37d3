import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { QuotaPeriod, QuotaScopeType } from '@/gql/graphql';
import { hasDay, hasHour, type Draft, type Problems } from '../model/draft';
import { periodWords, scopeWords } from '../model/words';
import { KeyPicker } from './key-picker';

interface Props {
  draft: Draft;
  problems: Problems;
  onChange: (draft: Draft) => void;
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Asks what a quota holds for, and for how long. */
export function ScopeFields({ draft, problems, onChange }: Props) {
  const isWeekly = draft.period === 'WEEKLY';
  const text = (field: 'value' | 'resetDay' | 'resetHour') => ({
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label="Holds for"
          data={options(scopeWords)}
          value={draft.scope}
          onChange={(event) =>
            onChange({ ...draft, scope: event.currentTarget.value as QuotaScopeType, value: '' })
          }
        />
        {draft.scope === 'API_KEY' ? (
          <KeyPicker
            value={draft.value}
            error={problems.value}
            onChange={(value) => onChange({ ...draft, value })}
          />
        ) : (
          draft.scope !== 'ORGANIZATION' && (
            <TextInput label="Which one" required maxLength={200} autoComplete="off" {...text('value')} />
          )
        )}
      </Group>
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label="Period"
          miw={150}
          data={options(periodWords)}
          value={draft.period}
          onChange={(event) =>
            onChange({ ...draft, period: event.currentTarget.value as QuotaPeriod, resetDay: '1' })
          }
        />
        {hasDay(draft.period) && (
          <TextInput
            type="number"
            label={isWeekly ? 'From day, 1 is Monday' : 'From day'}
            min={1}
            max={isWeekly ? 7 : 31}
            {...text('resetDay')}
          />
        )}
        {hasHour(draft.period) && (
          <TextInput type="number" label="From hour" min={0} max={23} {...text('resetHour')} />
        )}
      </Group>
    </>
  );
}
