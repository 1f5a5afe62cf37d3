import { Stack, Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHead } from '@/components/page-head';
import type { ApiKeyScope } from '@/gql/graphql';
import { allows } from '@/lib/scopes';
import { PeopleTab } from './people-tab';
import { UnitsTab } from './units-tab';

interface Props {
  timeZone: string;
  /** What the viewer may do. */
  scopes: ApiKeyScope[];
}

/** The organization's people, and what it is divided into. Which of them is shown lives in the address. */
export function Members({ timeZone, scopes }: Props) {
  const [params, setParams] = useSearchParams();
  const shown = params.get('show') === 'units' ? 'units' : 'people';
  return (
    <Stack gap="md">
      <PageHead title="Members">Who belongs to the organization, and what it is divided into.</PageHead>
      <Tabs
        value={shown}
        onChange={(value) => setParams(value === 'units' ? { show: 'units' } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="people">People</Tabs.Tab>
          <Tabs.Tab value="units">Teams and projects</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleTab timeZone={timeZone} scopes={scopes} />
        </Tabs.Panel>
        <Tabs.Panel value="units">
          <UnitsTab mayChange={allows(scopes, 'CONTROL_WRITE')} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
