import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useClient } from 'urql';
import { Refusal } from '@/components/refusal';
import { formatCount } from '@/lib/format';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { sendName, sendUnitDeletion, type UnitKind } from '../api/change-unit';
import type { Unit, Units } from '../api/get-units';
import { DeclareForm } from './declare-form';
import { UnitTable } from './unit-table';

interface Props {
  kind: UnitKind;
  title: string;
  units: Units;
  mayChange: boolean;
}

/** The declared units of a kind. */
export function UnitPanel({ kind, title, units, mayChange }: Props) {
  const id = useId();
  const client = useClient();
  const { rows, change, remove, failure, dismiss } = useOptimisticRows(units.nodes, ownId);
  const more = units.totalCount - units.nodes.length;

  const rename = (unit: Unit, name: string) =>
    change({ ...unit, name }, () => sendName(client, kind, { id: unit.id, name }));
  const forget = (unit: Unit) => remove(unit, () => sendUnitDeletion(client, kind, unit.id));

  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {more > 0 && (
            <Text size="sm" c="dimmed">
              The first {formatCount(units.nodes.length).full} of {formatCount(units.totalCount).full}
            </Text>
          )}
        </Group>
        {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
        {rows.length === 0 ? (
          <Text size="sm" c="dimmed">
            None is declared. Events may name any; nothing is refused for it.
          </Text>
        ) : (
          <UnitTable
            title={title}
            units={rows}
            onRename={mayChange ? rename : undefined}
            onDelete={mayChange ? forget : undefined}
          />
        )}
        {mayChange && <DeclareForm kind={kind} title={title} />}
      </Stack>
    </Paper>
  );
}
