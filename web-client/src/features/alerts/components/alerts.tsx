import { Stack, Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHead } from '@/components/page-head';
import type { ApiKeyScope } from '@/gql/graphql';
import { allows } from '@/lib/scopes';
import { DeliveriesTab } from './deliveries-tab';
import { DestinationsTab } from './destinations-tab';
import { RaisedTab } from './raised-tab';
import { RulesTab } from './rules-tab';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

const tabs = ['raised', 'rules', 'destinations', 'deliveries'] as const;

/** What was noticed, what is looked for, and where it is told. Which of them is shown lives in the address. */
export function Alerts({ timeZone, scopes }: Props) {
  const [params, setParams] = useSearchParams();
  const shown = tabs.find((each) => each === params.get('show')) ?? 'raised';
  const mayChange = allows(scopes, 'CONTROL_WRITE');
  return (
    <Stack gap="md">
      <PageHead title="Alerts">What rules noticed in usage, and who is told.</PageHead>
      <Tabs
        value={shown}
        onChange={(value) => setParams(value === null || value === 'raised' ? {} : { show: value })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab px="sm" value="raised">
            Alerts
          </Tabs.Tab>
          <Tabs.Tab px="sm" value="rules">
            Rules
          </Tabs.Tab>
          <Tabs.Tab px="sm" value="destinations">
            Destinations
          </Tabs.Tab>
          <Tabs.Tab px="sm" value="deliveries">
            Deliveries
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="raised">
          <RaisedTab timeZone={timeZone} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesTab timeZone={timeZone} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="destinations">
          <DestinationsTab timeZone={timeZone} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries">
          <DeliveriesTab timeZone={timeZone} mayChange={mayChange} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
