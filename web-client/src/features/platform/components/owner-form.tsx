import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { Refusal } from '@/components/refusal';
import { useHeldOpen } from '@/components/use-held-open';
import { inviteOwner, type OwnerInvitation } from '../api/invite-owner';
import { reasonOf } from '../model/draft';
import { refusedBy } from '../model/refused';

interface Props {
  /** The organization's. */
  id: string;
  onInvited: (invitation: OwnerInvitation) => void;
  onCancel: () => void;
}

/** Asks whom to invite as another owner. */
export function OwnerForm({ id, onInvited, onCancel }: Props) {
  const [{ error, fetching }, invite] = useMutation(inviteOwner);
  useHeldOpen(fetching);
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(email.trim() === '');
    if (email.trim() === '') {
      return;
    }
    const { data } = await invite({
      input: { organizationId: id, email: email.trim(), ...reasonOf(reason) },
    });
    const invitation = data?.inviteOrganizationOwner.invitation;
    if (invitation !== undefined) {
      onInvited(invitation);
    }
  }

  const refused = refusedBy(error);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Invitation of an owner">
      <Stack gap="md">
        {refused !== null && <Refusal failure={refused.failure} />}
        <Text size="sm">For an organization whose owners are gone, or never came. The others stay.</Text>
        <TextInput
          type="email"
          label="Email"
          required
          data-autofocus
          autoComplete="off"
          value={email}
          error={missing ? 'Say whom to invite.' : refused?.field === 'email' && refused.failure.detail}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label="Reason"
          description="For the audit log."
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
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
