import { Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useClient } from 'urql';
import { LoadMore } from '@/components/load-more';
import { Refusal } from '@/components/refusal';
import { ownId, useOptimisticRows } from '@/lib/use-optimistic-rows';
import { usePages, type Page } from '@/lib/use-pages';
import { sendName, sendUnitDeletion, type UnitKind } from '../api/change-unit';
import { loadUnits, type Unit } from '../api/get-units';
import { DeclareForm } from './declare-form';
import { UnitTable } from './unit-table';

interface Props {
  kind: UnitKind;
  title: string;
  /** The first page of them. */
  units: Page<Unit>;
  mayChange: boolean;
}

/** The declared units of a kind. */
export function UnitPanel({ kind, title, units, mayChange }: Props) {
  const id = useId();
  const client = useClient();
  const pages = usePages(kind, units, (after) => loadUnits(client, kind, after));
  const { rows, change, remove, failure, dismiss } = useOptimisticRows(pages.nodes, ownId);

  const rename = (unit: Unit, name: string) =>
    change({ ...unit, name }, () => sendName(client, kind, { id: unit.id, name }));
  const forget = (unit: Unit) => remove(unit, () => sendUnitDeletion(client, kind, unit.id));

  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {failure !== null && <Refusal failure={failure} onClose={dismiss} />}
        {rows.length === 0 ? (
          <Text size="sm" c="dimmed">
            None is declared. Events may name any; nothing is refused for it.
          </Text>
        ) : (
          <>
            <UnitTable
              title={title}
              units={rows}
              onRename={mayChange ? rename : undefined}
              onDelete={mayChange ? forget : undefined}
            />
            <LoadMore pages={pages} what={title.toLowerCase()} />
          </>
        )}
        {mayChange && <DeclareForm kind={kind} title={title} />}
      </Stack>
    </Paper>
  );
}
