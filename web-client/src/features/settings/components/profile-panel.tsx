import { TextInput } from '@mantine/core';
import { useClient } from 'urql';
import type { Asker } from '../api/get-settings';
import { updateProfile } from '../api/update-profile';
import { NameForm } from './name-form';
import { Panel } from './panel';

interface Props {
  user: NonNullable<Asker['user']>;
  onChanged: () => Promise<void>;
}

/** Who one is. */
export function ProfilePanel({ user, onChanged }: Props) {
  const client = useClient();

  async function save(name: string) {
    const { error } = await client.mutation(updateProfile, { input: { name } }).toPromise();
    if (error === undefined) {
      await onChanged();
    }
    return error;
  }

  return (
    <Panel title="Profile">
      <TextInput label="Email" description="You sign in with it." value={user.email} readOnly />
      <NameForm label="Profile" name={user.name} autoComplete="name" onSave={save} />
    </Panel>
  );
}
