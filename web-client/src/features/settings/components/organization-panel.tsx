import { Text, TextInput } from '@mantine/core';
import { useClient } from 'urql';
import type { MemberRole } from '@/gql/graphql';
import type { Asker } from '../api/get-settings';
import { updateOrganization } from '../api/update-organization';
import { NameForm } from './name-form';
import { Panel } from './panel';

interface Props {
  organization: Asker['organization'];
  role: MemberRole | null;
  mayChange: boolean;
  onChanged: () => Promise<void>;
}

const roles: Record<MemberRole, string> = {
  OWNER: 'an owner',
  ADMIN: 'an admin',
  ANALYST: 'an analyst',
  MEMBER: 'a member',
};

/** Where one is. */
export function OrganizationPanel({ organization, role, mayChange, onChanged }: Props) {
  const client = useClient();

  async function save(name: string) {
    const { error } = await client.mutation(updateOrganization, { input: { name } }).toPromise();
    if (error === undefined) {
      await onChanged();
    }
    return error;
  }

  return (
    <Panel title="Organization">
      {role !== null && (
        <Text size="sm">
          You are {roles[role]} of {organization.name}.
        </Text>
      )}
      <TextInput
        label="Time zone"
        description="The days and months of all numbers follow it: it stays."
        value={organization.timeZone}
        readOnly
      />
      {mayChange && (
        <NameForm label="Organization" name={organization.name} autoComplete="off" onSave={save} />
      )}
    </Panel>
  );
}
