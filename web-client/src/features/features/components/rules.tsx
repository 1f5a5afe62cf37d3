import { Text } from '@mantine/core';
import type { Rule } from '../api/get-features';
import { stateText, whomText } from '../model/words';

const most = 3;

/** A feature's rules in their order, the first few of them. */
export function Rules({ rules }: { rules: Rule[] }) {
  const shown = rules.slice(0, most);
  return (
    <>
      {shown.map((rule, index) => (
        <Text key={index} size="xs">
          {whomText(rule)}: {stateText(rule).toLowerCase()}
        </Text>
      ))}
      {shown.length < rules.length && (
        <Text size="xs" c="dimmed">
          and {rules.length - shown.length} more
        </Text>
      )}
    </>
  );
}
