import { Table } from '@mantine/core';
import { HiddenText } from '@/components/hidden-text';
import { difference } from '../model/difference';
import classes from './audit.module.css';

/** What an entry changed, field by field; nothing where nothing is known to have changed. */
export function Changes({ before, after }: { before: unknown; after: unknown }) {
  const changes = difference(before, after);
  if (changes.length === 0) {
    return null;
  }
  return (
    <details className={classes['changes']}>
      <summary>
        {changes.length === 1 ? '1 field' : `${changes.length} fields`}:{' '}
        {changes.map((c) => c.field).join(', ')}
      </summary>
      <Table verticalSpacing={4} className={classes['fields']}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Field</Table.Th>
            <Table.Th scope="col">Before</Table.Th>
            <Table.Th scope="col">After</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((change) => (
            <Table.Tr key={change.field}>
              <Table.Th scope="row">{change.field}</Table.Th>
              <Table.Td className={classes['before']}>
                <Value text={change.before} />
              </Table.Td>
              <Table.Td className={classes['after']}>
                <Value text={change.after} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

function Value({ text }: { text: string | null }) {
  return text === null ? (
    <>
      <span aria-hidden="true">–</span>
      <HiddenText>none</HiddenText>
    </>
  ) : (
    <code>{text}</code>
  );
}
