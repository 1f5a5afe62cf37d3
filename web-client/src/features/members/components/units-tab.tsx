import { Stack } from '@mantine/core';
import { FailurePanel } from '@/components/failure-panel';
import { TablePlaceholder } from '@/components/table-placeholder';
import { explain } from '@/lib/failure';
import { useUnits } from '../api/get-units';
import { UnitPanel } from './unit-panel';

/** What the organization is divided into. */
export function UnitsTab({ mayChange }: { mayChange: boolean }) {
  const [{ data, error }, execute] = useUnits();
  const organization = data?.organization;
  if (error !== undefined && organization === undefined) {
    return (
      <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  }
  if (organization === undefined) {
    return <TablePlaceholder />;
  }
  const { teams, projects, costCenters } = organization;
  return (
    <Stack gap="md">
      {teams && <UnitPanel kind="teams" title="Teams" units={teams} mayChange={mayChange} />}
      {projects && <UnitPanel kind="projects" title="Projects" units={projects} mayChange={mayChange} />}
      {costCenters && (
        <UnitPanel kind="costCenters" title="Cost centers" units={costCenters} mayChange={mayChange} />
      )}
    </Stack>
  );
}
