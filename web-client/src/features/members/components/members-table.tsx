import { ActionIcon, Menu, NativeSelect, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import classes from '@/components/data-table.module.css';
import { HiddenText } from '@/components/hidden-text';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import { ScrollRegion } from '@/components/scroll-region';
import type { MemberRole } from '@/gql/graphql';
import type { Member } from '../api/get-members';
import { givableRoles, mayManage, type Asker } from '../model/rights';
import { roleOptions, roleWords } from '../model/words';
import type { MemberAction } from './member-dialogs';

interface Props {
  members: Member[];
  asker: Asker;
  timeZone: string;
  onRole: (member: Member, role: MemberRole) => void;
  onAction: (member: Member, action: MemberAction) => void;
}

/** The people, in the order in which they joined. */
export function MembersTable({ members, ...row }: Props) {
  return (
    <ScrollRegion label="Members">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {['Name', 'Role', 'Joined', 'Status'].map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <HiddenText>Actions</HiddenText>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <MemberRow key={member.user.id} member={member} {...row} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function MemberRow({
  member,
  asker,
  timeZone,
  onRole,
  onAction,
}: Omit<Props, 'members'> & { member: Member }) {
  const { user, role, joinedAt, suspendedAt } = member;
  const manageable = mayManage(asker, member);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['wrapping']}>
        {user.name}
        {user.id === asker.id && <span className={classes['share']}> you</span>}
        <Text size="xs" c="dimmed">
          {user.email}
        </Text>
      </Table.Th>
      <Table.Td className={classes['nowrap']}>
        {manageable ? (
          <NativeSelect
            size="xs"
            w={120}
            aria-label={`Role of ${user.name}`}
            data={roleOptions(givableRoles(asker))}
            value={role}
            onChange={(event) => onRole(member, event.currentTarget.value as MemberRole)}
          />
        ) : (
          roleWords[role].label
        )}
      </Table.Td>
      <Table.Td className={classes['nowrap']}>
        <Moment at={joinedAt} timeZone={timeZone} format="date" />
      </Table.Td>
      <Table.Td className={classes['nowrap']}>
        {suspendedAt === null ? (
          <Pill tone="good">Active</Pill>
        ) : (
          <>
            <Pill tone="bad">Suspended</Pill>{' '}
            <span className={classes['share']}>
              <Moment at={suspendedAt} timeZone={timeZone} format="date" />
            </span>
          </>
        )}
      </Table.Td>
      <Table.Td className={classes['number']}>
        {manageable && <Actions member={member} onAction={(action) => onAction(member, action)} />}
      </Table.Td>
    </Table.Tr>
  );
}

function Actions({ member, onAction }: { member: Member; onAction: (action: MemberAction) => void }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="sm" aria-label={`Actions for ${member.user.name}`}>
          <IconDots size={14} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {member.suspendedAt === null ? (
          <Menu.Item onClick={() => onAction('suspend')}>Suspend</Menu.Item>
        ) : (
          <Menu.Item onClick={() => onAction('reinstate')}>Reinstate</Menu.Item>
        )}
        <Menu.Item onClick={() => onAction('reset')}>Make a password link</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onAction('remove')}>Remove</Menu.Item>
        <Menu.Item onClick={() => onAction('delete')}>Delete</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
