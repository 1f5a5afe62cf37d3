import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import type { MemberRole } from '@/gql/graphql';
import { explainRefusal, refusedField } from '@/lib/failure';
import { linkTo } from '@/lib/link';
import { inviteMember } from '../api/invite-member';
import { roleOptions, roleWords } from '../model/words';

/** Who was invited, and the link to send. */
export interface Invited {
  email: string;
  link: string;
}

interface Props {
  roles: MemberRole[];
  onInvited: (invited: Invited) => void;
  onCancel: () => void;
}

const lifetimes = [
  { value: 'P1D', label: '1 day' },
  { value: 'P7D', label: '7 days' },
  { value: 'P30D', label: '30 days' },
];

/** Asks whom to invite, and as what. */
export function InviteForm({ roles, onInvited, onCancel }: Props) {
  const [{ error, fetching }, invite] = useMutation(inviteMember);
  useHeldOpen(fetching);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>('MEMBER');
  const [validFor, setValidFor] = useState('P7D');
  const [missing, setMissing] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(email.trim() === '');
    if (email.trim() === '') {
      return;
    }
    const { data } = await invite({ input: { email: email.trim(), role, validFor } });
    const sent = data?.inviteMember;
    if (sent !== undefined) {
      onInvited({ email: sent.invitation.email, link: linkTo(sent.path) });
    }
  }

  const refused = error === undefined ? null : explainRefusal(error);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Invitation">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused} />}
        <TextInput
          type="email"
          label="Email"
          required
          data-autofocus
          autoComplete="off"
          value={email}
          error={missing ? 'Say whom to invite.' : refusedField(error) === 'email' && refused?.detail}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label="Role"
          description={roleWords[role].description}
          data={roleOptions(roles)}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as MemberRole)}
        />
        <NativeSelect
          label="The link works for"
          data={lifetimes}
          value={validFor}
          onChange={(event) => setValidFor(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={fetching} onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Invite
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
