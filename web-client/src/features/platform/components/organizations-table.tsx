import { ActionIcon, Code, Menu, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { HiddenText } from '@/components/hidden-text';
import { Moment } from '@/components/moment';
import { ScrollRegion } from '@/components/scroll-region';
import { formatCount } from '@/lib/format';
import type { Organization } from '../api/get-platform';
import type { OrganizationAction } from './organization-dialogs';
import { StatusCell } from './status-cell';

interface Props {
  organizations: Organization[];
  /** The slug of the one that the viewer's session is in. */
  current: string;
  timeZone: string;
  onAction: (organization: Organization, action: OrganizationAction) => void;
}

/** The organizations, by slug. */
export function OrganizationsTable({ organizations, ...row }: Props) {
  return (
    <ScrollRegion label="All organizations">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col" className={classes['number']}>
              Members
            </Table.Th>
            {['Time zone', 'Made', 'Status'].map((label) => (
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
          {organizations.map((organization) => (
            <OrganizationRow key={organization.id} organization={organization} {...row} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

type RowProps = Omit<Props, 'organizations'> & { organization: Organization };

function OrganizationRow({ organization, current, timeZone, onAction }: RowProps) {
  const { name, slug, memberCount, createdAt } = organization;
  const here = slug === current;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['wrapping']}>
        {name}
        {here && <span className={classes['share']}> you are here</span>}
        <Text size="xs" c="dimmed">
          <Code>{slug}</Code>
        </Text>
      </Table.Th>
      <Table.Td className={classes['number']}>
        <FormattedNumber value={memberCount} format={formatCount} />
      </Table.Td>
      <Table.Td className={classes['nowrap']}>{organization.timeZone}</Table.Td>
      <Table.Td className={classes['nowrap']}>
        <Moment at={createdAt} timeZone={timeZone} format="date" />
      </Table.Td>
      <StatusCell organization={organization} timeZone={timeZone} />
      <Table.Td className={classes['number']}>
        <Actions
          organization={organization}
          here={here}
          onAction={(action) => onAction(organization, action)}
        />
      </Table.Td>
    </Table.Tr>
  );
}

interface ActionsProps {
  organization: Organization;
  /** Whether the viewer's session is in it: nobody suspends what they are in. */
  here: boolean;
  onAction: (action: OrganizationAction) => void;
}

function Actions({ organization: { name, status }, here, onAction }: ActionsProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="sm" aria-label={`Actions for ${name}`}>
          <IconDots size={14} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAction('invite')}>Invite an owner</Menu.Item>
        {status === 'SUSPENDED' && <Menu.Item onClick={() => onAction('resume')}>Resume</Menu.Item>}
        {status === 'ACTIVE' && !here && <Menu.Item onClick={() => onAction('suspend')}>Suspend</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
