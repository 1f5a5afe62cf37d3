import { Button, Paper, Table, Title } from '@mantine/core';
import { useId } from 'react';
import classes from '@/components/data-table.module.css';
import { HiddenText } from '@/components/hidden-text';
import { Moment } from '@/components/moment';
import { ScrollRegion } from '@/components/scroll-region';
import type { Invitation } from '../api/get-members';
import { roleWords } from '../model/words';

interface Props {
  invitations: Invitation[];
  timeZone: string;
  /** Absent when the viewer may not take invitations back. */
  onRevoke: ((invitation: Invitation) => void) | undefined;
}

/** Who was invited and has not joined yet. */
export function Invitations({ invitations, timeZone, onRevoke }: Props) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="xs">
        Invited
      </Title>
      <ScrollRegion label="Invitations">
        <Table className={classes['table']} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {['Email', 'Role', 'Invited', 'Until'].map((label) => (
                <Table.Th key={label} scope="col">
                  {label}
                </Table.Th>
              ))}
              {onRevoke !== undefined && (
                <Table.Th scope="col">
                  <HiddenText>Actions</HiddenText>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invitations.map((invitation) => (
              <Table.Tr key={invitation.id}>
                <Table.Th scope="row" className={classes['wrapping']}>
                  {invitation.email}
                </Table.Th>
                <Table.Td>{roleWords[invitation.role].label}</Table.Td>
                <Table.Td className={classes['nowrap']}>
                  <Moment at={invitation.invitedAt} timeZone={timeZone} format="date" />
                </Table.Td>
                <Table.Td className={classes['nowrap']}>
                  <Moment at={invitation.expiresAt} timeZone={timeZone} format="minute" />
                </Table.Td>
                {onRevoke !== undefined && (
                  <Table.Td className={classes['number']}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Revoke the invitation of ${invitation.email}`}
                      onClick={() => onRevoke(invitation)}
                    >
                      Revoke
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </Paper>
  );
}
