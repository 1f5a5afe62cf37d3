import { Button, CloseButton, Code, Group, NativeSelect, Stack, TagsInput, Text } from '@mantine/core';
import type { Draft } from '../model/draft';
import { dimensionNames, dimensions, type Dimension, type Part, type Slice } from '../model/slice';
import classes from './alerts.module.css';

interface Props {
  draft: Draft;
  problem: string | undefined;
  onChange: (draft: Draft) => void;
}

const options = (names: Dimension[]) => names.map((value) => ({ value, label: dimensions[value].label }));

/** Asks which calls count, and whether each value of a dimension raises an alert of its own. */
export function SliceFields({ draft, problem, onChange }: Props) {
  const { slice } = draft;
  const used = new Set(slice.parts.map(({ dimension }) => dimension));
  const free = dimensionNames.filter((dimension) => !used.has(dimension));
  const [next] = free;
  const change = (to: Partial<Slice>) => onChange({ ...draft, slice: { ...slice, ...to } });
  const replace = (part: Part, to: Part) =>
    change({ parts: slice.parts.map((each) => (each === part ? to : each)) });
  return (
    <>
      <Stack gap="xs" role="group" aria-label="Which calls count">
        <Text size="sm" fw={500}>
          {slice.parts.length === 0 ? 'All calls count' : 'Only calls count with'}
        </Text>
        {slice.parts.map((part) => (
          <div className={classes['part']} key={part.dimension}>
            <NativeSelect
              aria-label="Dimension"
              data={options(dimensionNames.filter((each) => each === part.dimension || !used.has(each)))}
              value={part.dimension}
              onChange={(event) =>
                replace(part, { dimension: event.currentTarget.value as Dimension, values: [] })
              }
            />
            <TagsInput
              aria-label={`${dimensions[part.dimension].label}, one of`}
              placeholder={part.values.length === 0 ? 'Values, with Enter' : ''}
              acceptValueOnBlur
              isDuplicate={(value, known) => known.includes(value)}
              value={part.values}
              error={part.values.length === 0 && problem}
              onChange={(values) => replace(part, { ...part, values })}
            />
            <CloseButton
              mt={4}
              aria-label={`Remove ${dimensions[part.dimension].label}`}
              onClick={() => change({ parts: slice.parts.filter((each) => each !== part) })}
            />
          </div>
        ))}
        {Object.keys(slice.rest).length > 0 && (
          <Group gap="xs" wrap="nowrap">
            <Text className={classes['rest']}>
              Also <Code>{JSON.stringify(slice.rest)}</Code>
            </Text>
            <CloseButton aria-label="Remove the other filters" onClick={() => change({ rest: {} })} />
          </Group>
        )}
        {next !== undefined && (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => change({ parts: [...slice.parts, { dimension: next, values: [] }] })}
            >
              Add filter
            </Button>
          </Group>
        )}
      </Stack>
      <NativeSelect
        label="An alert for each"
        data={[{ value: '', label: 'No: one alert for all' }, ...options(dimensionNames)]}
        value={draft.groupBy}
        onChange={(event) => onChange({ ...draft, groupBy: event.currentTarget.value as Dimension | '' })}
      />
    </>
  );
}
