import { Button, Group, Switch, Table, Text } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { HiddenText } from '@/components/hidden-text';
import { Moment } from '@/components/moment';
import { Pill, type PillTone } from '@/components/pill';
import { ScrollRegion } from '@/components/scroll-region';
import type { FeatureState } from '@/gql/graphql';
import { formatCount, formatMoney } from '@/lib/format';
import type { Feature } from '../api/get-features';
import { switched } from '../model/draft';
import { spendOf, type Spend, type Spending } from '../model/spend';
import { stateText } from '../model/words';
import { Rules } from './rules';

interface Props {
  features: Feature[];
  /** Undefined where the viewer may not see it. */
  spending: Spending | undefined;
  timeZone: string;
  /** Absent when the viewer may not change features. */
  onChange: ((feature: Feature, state: FeatureState) => void) | undefined;
}

/** The features by name, the undeclared ones among them. */
export function FeaturesTable({ features, spending, timeZone, onChange }: Props) {
  return (
    <ScrollRegion label="All features">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Feature</Table.Th>
            <Table.Th scope="col">State</Table.Th>
            {spending !== undefined && (
              <>
                <Table.Th scope="col" className={classes['number']}>
                  Cost, 7 days
                </Table.Th>
                <Table.Th scope="col" className={classes['number']}>
                  Calls, 7 days
                </Table.Th>
              </>
            )}
            <Table.Th scope="col">Rules, before the state</Table.Th>
            <Table.Th scope="col">Scheduled</Table.Th>
            {onChange !== undefined && (
              <Table.Th scope="col">
                <HiddenText>Actions</HiddenText>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {features.map((feature) => (
            <Table.Tr key={feature.id}>
              <NameCell feature={feature} />
              <StateCell feature={feature} onChange={onChange} />
              {spending !== undefined && <SpendCells spend={spendOf(feature.name, spending)} />}
              <Table.Td>
                <Rules rules={feature.rules} />
              </Table.Td>
              <Table.Td className={classes['nowrap']}>
                {feature.schedule.map((step) => (
                  <Text key={step.at} size="xs">
                    <Moment at={step.at} timeZone={timeZone} format="minute" />: {stateText(step)}
                  </Text>
                ))}
              </Table.Td>
              {onChange !== undefined && (
                <Table.Td className={classes['number']}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${feature.declared ? 'Change' : 'Adopt'} ${feature.name}`}
                    onClick={() => onChange(feature, feature.state)}
                  >
                    {feature.declared ? 'Change' : 'Adopt'}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function NameCell({ feature: { name, message, declared } }: { feature: Feature }) {
  return (
    <Table.Th scope="row" className={classes['wrapping']}>
      {name}
      {!declared && (
        <>
          {' '}
          <Pill tone="neutral">Undeclared</Pill>
        </>
      )}
      {message !== null && (
        <Text size="xs" c="dimmed">
          “{message}”
        </Text>
      )}
    </Table.Th>
  );
}

const tones: Record<FeatureState, PillTone> = { ON: 'good', OFF: 'bad', PARTIAL: 'warning' };

function StateCell({ feature, onChange }: { feature: Feature; onChange: Props['onChange'] }) {
  const { name, state, declared } = feature;
  return (
    <Table.Td className={classes['nowrap']}>
      <Group gap="xs" wrap="nowrap">
        {onChange !== undefined && declared && (
          <Switch
            size="sm"
            aria-label={`${name} may be used`}
            checked={state !== 'OFF'}
            onChange={() => onChange(feature, switched(feature))}
          />
        )}
        <Pill tone={declared ? tones[state] : 'neutral'}>{stateText(feature)}</Pill>
      </Group>
    </Table.Td>
  );
}

function SpendCells({ spend }: { spend: Spend | null }) {
  return (
    <>
      <Table.Td className={classes['number']}>
        <FormattedNumber value={spend?.cost ?? null} format={formatMoney} />
      </Table.Td>
      <Table.Td className={classes['number']}>
        <FormattedNumber value={spend?.requests ?? null} format={formatCount} />
      </Table.Td>
    </>
  );
}
