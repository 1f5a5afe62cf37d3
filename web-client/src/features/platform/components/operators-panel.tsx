import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useClient } from 'urql';
import classes from '@/components/data-table.module.css';
import { Refusal } from '@/components/refusal';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import type { Operator } from '../api/get-platform';
import { sendRevocation } from '../api/revoke-operator';
import { reasonOf } from '../model/draft';
import { GrantForm } from './grant-form';
import { RevokeDialog } from './revoke-dialog';

interface Props {
  operators: Operator[];
  /** The viewer's id. */
  me: string | undefined;
  /** Called when the viewer is no operator any more. */
  onLeft: () => Promise<void>;
}

/** Who the operators are; makes others, and makes them ordinary people again. */
export function OperatorsPanel({ operators, me, onLeft }: Props) {
  const id = useId();
  const client = useClient();
  const [revoking, setRevoking] = useState<Operator | null>(null);
  const { rows, remove, failure, dismiss } = useOptimisticRows(operators, ownId);

  async function send(operator: Operator, reason: string) {
    const answer = await sendRevocation(client, { userId: operator.id, ...reasonOf(reason) });
    if (answer.error === undefined && operator.id === me) {
      await onLeft();
    }
    return answer;
  }

  function revoke(operator: Operator, reason: string) {
    setRevoking(null);
    remove(operator, () => send(operator, reason));
  }

  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="md">
        <div>
          <Title order={2} size="h5" id={id}>
            Operators
          </Title>
          <Text size="sm" c="dimmed">
            They see this page, and nothing of what is in an organization that they do not belong to.
          </Text>
        </div>
        {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
        <Stack gap="xs" component="ul" p={0} m={0} aria-label="Operators">
          {rows.map((operator) => (
            <OperatorItem
              key={operator.id}
              operator={operator}
              isMe={operator.id === me}
              onRevoke={setRevoking}
            />
          ))}
        </Stack>
        <GrantForm />
      </Stack>
      <RevokeDialog revoking={revoking} me={me} onConfirm={revoke} onClose={() => setRevoking(null)} />
    </Paper>
  );
}

interface ItemProps {
  operator: Operator;
  isMe: boolean;
  onRevoke: (operator: Operator) => void;
}

function OperatorItem({ operator, isMe, onRevoke }: ItemProps) {
  const { name, email } = operator;
  return (
    <Group component="li" justify="space-between" gap="sm" wrap="nowrap">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm">
          {name}
          {isMe && <span className={classes['share']}> you</span>}
        </Text>
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </div>
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        aria-label={`Revoke ${name}`}
        onClick={() => onRevoke(operator)}
      >
        Revoke
      </Button>
    </Group>
  );
}
