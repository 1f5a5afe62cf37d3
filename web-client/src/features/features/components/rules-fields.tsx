import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { FeatureState } from '@/gql/graphql';
import { moved, withRule, type RuleDraft } from '../model/rules';

interface Props {
  rules: RuleDraft[];
  problem: string | undefined;
  onChange: (rules: RuleDraft[]) => void;
}

/** Asks for whom a feature is something else than its state says, and in which order that is looked at. */
export function RulesFields({ rules, problem, onChange }: Props) {
  return (
    <Stack gap="xs" role="group" aria-label="Rules">
      <Text size="sm" fw={500}>
        {rules.length === 0
          ? 'Rules: none, the state is for everybody'
          : 'Rules: the first that matches decides, whatever the state is'}
      </Text>
      {rules.map((rule, index) => (
        <RuleFields
          key={rule.key}
          rule={rule}
          number={index + 1}
          last={index === rules.length - 1}
          onChange={(next) => onChange(rules.map((each) => (each === rule ? next : each)))}
          onMove={(by) => onChange(moved(rules, index, by))}
          onRemove={() => onChange(rules.filter((each) => each !== rule))}
        />
      ))}
      {problem !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
      <Group>
        <Button size="compact-sm" variant="default" onClick={() => onChange(withRule(rules))}>
          Add rule
        </Button>
      </Group>
    </Stack>
  );
}

interface RuleProps {
  rule: RuleDraft;
  /** Its place, from 1. */
  number: number;
  last: boolean;
  onChange: (rule: RuleDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const lists = [
  { field: 'environment', label: 'Environments' },
  { field: 'team', label: 'Teams' },
  { field: 'user', label: 'Users' },
] as const;

const states: { value: FeatureState; label: string }[] = [
  { value: 'ON', label: 'is on' },
  { value: 'OFF', label: 'is off' },
  { value: 'PARTIAL', label: 'is on for a part of them' },
];

function RuleFields({ rule, number, last, onChange, onMove, onRemove }: RuleProps) {
  return (
    <Paper withBorder p="xs" role="group" aria-label={`Rule ${number}`}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm" fw={500}>
            {number}. For calls that match every list
          </Text>
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="default"
              aria-label={`Move rule ${number} up`}
              disabled={number === 1}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={16} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={`Move rule ${number} down`}
              disabled={last}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={16} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon variant="default" aria-label={`Remove rule ${number}`} onClick={onRemove}>
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </Group>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" verticalSpacing="xs">
          {lists.map(({ field, label }) => (
            <TagsInput
              key={field}
              label={label}
              placeholder={rule[field].length === 0 ? 'All' : ''}
              acceptValueOnBlur
              isDuplicate={(value, known) => known.includes(value)}
              maxTags={1000}
              value={rule[field]}
              onChange={(values) => onChange({ ...rule, [field]: values })}
            />
          ))}
        </SimpleGrid>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label="The feature"
            data={states}
            value={rule.state}
            onChange={(event) => onChange({ ...rule, state: event.currentTarget.value as FeatureState })}
          />
          {rule.state === 'PARTIAL' && (
            <TextInput
              type="number"
              inputMode="numeric"
              label="Percent of them"
              min={0}
              max={100}
              w={130}
              value={rule.percent}
              onChange={(event) => onChange({ ...rule, percent: event.currentTarget.value })}
            />
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
