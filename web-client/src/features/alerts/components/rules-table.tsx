import { Group, Switch, Table, Text } from '@mantine/core';
import tableClasses from '@/components/data-table.module.css';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import { ScrollRegion } from '@/components/scroll-region';
import type { QuotaNames } from '../api/get-quota-names';
import type { Rule } from '../api/get-rules';
import { conditionText, scopeText, severities } from '../model/words';
import classes from './alerts.module.css';
import { Head } from './head';
import { RowButton } from './row-button';
import type { RuleAction } from './rule-dialogs';

interface Props {
  rules: Rule[];
  quotas: QuotaNames;
  timeZone: string;
  now: number;
  mayChange: boolean;
  onToggle: (rule: Rule) => void;
  onAct: (rule: Rule, action: RuleAction | 'wake') => void;
}

const columns = ['Rule', 'Raises an alert when', 'Severity', 'Delivered to', 'State'];

/** The rules, by name. */
export function RulesTable({ rules, mayChange, ...row }: Props) {
  return (
    <ScrollRegion label="All rules">
      <Table className={tableClasses['table']} highlightOnHover verticalSpacing="xs">
        <Head columns={columns} actions={mayChange} />
        <Table.Tbody>
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} mayChange={mayChange} {...row} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

type RowProps = Omit<Props, 'rules'> & { rule: Rule };

function RuleRow({ rule, quotas, mayChange, onAct, ...state }: RowProps) {
  const { name, condition, severity, destinations } = rule;
  const scope = scopeText(rule);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={tableClasses['wrapping']}>
        {name}
      </Table.Th>
      <Table.Td className={classes['sentence']}>
        {conditionText(condition, quotas)}
        {scope !== '' && (
          <Text size="xs" c="dimmed">
            {scope}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={tableClasses['nowrap']}>
        <Pill tone={severities[severity].tone}>{severities[severity].text}</Pill>
      </Table.Td>
      <Table.Td>
        {destinations.length === 0 ? 'This page' : destinations.map((each) => each.name).join(', ')}
      </Table.Td>
      <StateCell rule={rule} mayChange={mayChange} {...state} />
      {mayChange && <Actions rule={rule} now={state.now} onAct={onAct} />}
    </Table.Tr>
  );
}

function Actions({ rule, now, onAct }: Pick<RowProps, 'rule' | 'now' | 'onAct'>) {
  const button = (label: string, action: RuleAction | 'wake') => (
    <RowButton label={label} name={rule.name} onClick={() => onAct(rule, action)} />
  );
  return (
    <Table.Td className={tableClasses['number']}>
      <Group gap={6} justify="flex-end" wrap="nowrap">
        {button('Edit', 'edit')}
        {isSnoozed(rule, now) ? button('Wake', 'wake') : button('Snooze', 'snooze')}
        {button('Delete', 'delete')}
      </Group>
    </Table.Td>
  );
}

function StateCell({
  rule,
  timeZone,
  now,
  mayChange,
  onToggle,
}: Pick<RowProps, 'rule' | 'timeZone' | 'now' | 'mayChange' | 'onToggle'>) {
  const { name, enabled, snoozedUntil, lastLook } = rule;
  return (
    <Table.Td className={tableClasses['nowrap']}>
      <Group gap="xs" wrap="nowrap">
        {mayChange && (
          <Switch
            size="sm"
            aria-label={`${name} is looked at`}
            checked={enabled}
            onChange={() => onToggle(rule)}
          />
        )}
        <Pill tone={enabled ? 'good' : 'neutral'}>{enabled ? 'On' : 'Off'}</Pill>
      </Group>
      {snoozedUntil !== null && isSnoozed(rule, now) && (
        <Text size="xs" c="dimmed">
          Snoozed until <Moment at={snoozedUntil} timeZone={timeZone} format="minute" />
        </Text>
      )}
      {lastLook !== null && lastLook.failure !== null && (
        <Text size="xs" className={tableClasses['failed']}>
          {lastLook.failure}
        </Text>
      )}
    </Table.Td>
  );
}

function isSnoozed({ snoozedUntil }: Rule, now: number): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) > now;
}
