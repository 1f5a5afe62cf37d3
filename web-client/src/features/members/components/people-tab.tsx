import { Button, Group, Paper, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { FailurePanel } from '@/components/failure-panel';
import { LoadMore } from '@/components/load-more';
import { Refusal } from '@/components/refusal';
import { TablePlaceholder } from '@/components/table-placeholder';
import type { ApiKeyScope, MemberRole } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { allows } from '@/lib/scopes';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages } from '@/lib/use-pages';
import { sendReinstatement, sendRevocation, sendRole } from '../api/change-member';
import { memberId, members, useMembers, type Invitation, type Member } from '../api/get-members';
import { givableRoles, type Asker } from '../model/rights';
import { Invitations } from './invitations';
import { InviteDialog } from './invite-dialog';
import { MemberDialogs, type MemberAction, type Opened } from './member-dialogs';
import { MembersTable } from './members-table';

/** The people, and whom the organization has invited. */
export function PeopleTab({ timeZone, scopes }: { timeZone: string; scopes: ApiKeyScope[] }) {
  const client = useClient();
  const [inviting, setInviting] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [{ data, error }, execute] = useMembers();
  const first = data?.organization.members;
  const pages = usePages('members', first, async (after) => {
    const result = await client.query(members, { after, first: false }).toPromise();
    return { page: result.data?.organization.members, error: result.error };
  });
  const people = useOptimisticRows(pages.nodes, memberId);
  const invited = useOptimisticRows(data?.organization.invitations ?? [], ownId);
  const asker: Asker = { id: data?.viewer?.user?.id, role: data?.viewer?.role ?? null, scopes };
  const mayManage = allows(scopes, 'ADMIN');

  function changeRole(member: Member, role: MemberRole) {
    people.change({ ...member, role }, () => sendRole(client, { userId: member.user.id, role }));
  }

  function act(member: Member, action: MemberAction) {
    if (action === 'reinstate') {
      const input = { userId: member.user.id };
      people.change({ ...member, suspendedAt: null }, () => sendReinstatement(client, input));
    } else {
      setOpened({ action, member });
    }
  }

  function revoke(invitation: Invitation) {
    invited.remove(invitation, () => sendRevocation(client, { id: invitation.id }));
  }

  if (error !== undefined && first === undefined) {
    return (
      <FailurePanel failure={explain(error)} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  }
  return (
    <Stack gap="md">
      {[people, invited].map(
        ({ failure, dismiss }, index) =>
          failure !== null && <Refusal key={index} failure={failure} onClose={dismiss} />,
      )}
      {mayManage && (
        <Group justify="flex-end">
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden="true" />}
            onClick={() => setInviting(true)}
          >
            Invite
          </Button>
        </Group>
      )}
      <Paper withBorder p="md" component="section" aria-label="People">
        {first === undefined ? (
          <TablePlaceholder />
        ) : (
          <>
            <MembersTable
              members={people.rows}
              asker={asker}
              timeZone={timeZone}
              onRole={changeRole}
              onAction={act}
            />
            <LoadMore pages={pages} what="members" />
          </>
        )}
      </Paper>
      {invited.rows.length > 0 && (
        <Invitations
          invitations={invited.rows}
          timeZone={timeZone}
          onRevoke={mayManage ? revoke : undefined}
        />
      )}
      <InviteDialog opened={inviting} roles={givableRoles(asker)} onClose={() => setInviting(false)} />
      <MemberDialogs
        opened={opened}
        optimistic={people}
        timeZone={timeZone}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}
