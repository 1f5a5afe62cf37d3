import { Button, Code, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { FeatureState } from '@/gql/graphql';
import { problemsOf, type Draft, type Problems } from '../model/draft';
import type { Opened } from './change-dialog';
import { Preview } from './preview';
import { RulesFields } from './rules-fields';
import { ScheduleFields } from './schedule-fields';

interface Props {
  opened: Opened;
  timeZone: string;
  mayPreview: boolean;
  onConfirm: (draft: Draft) => void;
  onCancel: () => void;
}

const states: { value: FeatureState; label: string }[] = [
  { value: 'ON', label: 'On' },
  { value: 'OFF', label: 'Off' },
  { value: 'PARTIAL', label: 'For a part of the users' },
];

/** Asks what a feature should become. */
export function ChangeForm({ opened: { feature, draft: first }, ...props }: Props) {
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<Problems>({});

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) {
      props.onConfirm(draft);
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Feature">
      <Stack gap="md">
        {feature.name === '' && (
          <TextInput
            label="Name"
            description={
              <>
                As in the events’ <Code>feature</Code>.
              </>
            }
            required
            maxLength={200}
            data-autofocus
            autoComplete="off"
            value={draft.name}
            error={problems.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
        )}
        <Radio.Group
          label="It may be used"
          value={draft.state}
          onChange={(state) => setDraft({ ...draft, state })}
        >
          <Group gap="md" mt={6}>
            {states.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Group>
        </Radio.Group>
        {draft.state === 'PARTIAL' && (
          <TextInput
            type="number"
            inputMode="numeric"
            label="Percent of the users"
            description="Who is in stays in while it grows."
            min={0}
            max={100}
            w={220}
            value={draft.percent}
            error={problems.percent}
            onChange={(event) => setDraft({ ...draft, percent: event.currentTarget.value })}
          />
        )}
        <RulesFields
          rules={draft.rules}
          problem={problems.rules}
          onChange={(rules) => setDraft({ ...draft, rules })}
        />
        <Textarea
          label="What users are told when it is off"
          rows={2}
          maxLength={1000}
          value={draft.message}
          onChange={(event) => setDraft({ ...draft, message: event.currentTarget.value })}
        />
        <ScheduleFields
          schedule={draft.schedule}
          timeZone={props.timeZone}
          onChange={(schedule) => setDraft({ ...draft, schedule })}
        />
        <TextInput
          label="Reason"
          description="For the audit log."
          maxLength={1000}
          autoComplete="off"
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        {props.mayPreview && <Preview draft={draft} feature={feature} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            Cancel
          </Button>
          <Button type="submit">Apply</Button>
        </Group>
      </Stack>
    </form>
  );
}
