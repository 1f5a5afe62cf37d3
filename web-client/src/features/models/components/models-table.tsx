import { Button, Table, Text } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { HiddenText } from '@/components/hidden-text';
import { Pill } from '@/components/pill';
import { ScrollRegion } from '@/components/scroll-region';
import { formatCount, formatMoney } from '@/lib/format';
import { capabilityWords } from '@/lib/capabilities';
import type { Model } from '../api/get-models';
import { typeWords } from '../model/words';

interface Props {
  models: Model[];
  onPrices: (model: Model) => void;
}

const numbers = ['Prompt up to', 'Answer up to', 'Input', 'Output', 'Cached input'];

/** The models, by provider and name. */
export function ModelsTable({ models, onPrices }: Props) {
  return (
    <ScrollRegion label="Models">
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Model</Table.Th>
            <Table.Th scope="col">Type</Table.Th>
            <Table.Th scope="col">Can</Table.Th>
            {numbers.map((label) => (
              <Table.Th key={label} scope="col" className={classes['number']}>
                {label}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <HiddenText>Actions</HiddenText>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {models.map((model) => (
            <ModelRow key={model.id} model={model} onPrices={onPrices} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function ModelRow({ model, onPrices }: { model: Model; onPrices: (model: Model) => void }) {
  const { name, provider, type, capabilities, contextWindow, maxOutputTokens, price } = model;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['name']}>
        {name}
        <Text size="xs" c="dimmed">
          {provider}
        </Text>
      </Table.Th>
      <Table.Td className={classes['nowrap']}>{typeWords[type]}</Table.Td>
      <Table.Td>
        {capabilities.length === 0 ? (
          <FormattedNumber value={null} format={formatCount} />
        ) : (
          <Text size="xs">{capabilities.map((capability) => capabilityWords[capability]).join(', ')}</Text>
        )}
      </Table.Td>
      <NumberCell value={contextWindow} format={formatCount} />
      <NumberCell value={maxOutputTokens} format={formatCount} />
      <NumberCell value={price?.inputPerMillion ?? null} format={formatMoney} />
      <NumberCell value={price?.outputPerMillion ?? null} format={formatMoney} />
      <NumberCell value={price?.cacheReadPerMillion ?? null} format={formatMoney} />
      <Table.Td className={classes['number']}>
        {price?.negotiated === true && (
          <>
            <Pill tone="good">Own price</Pill>{' '}
          </>
        )}
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Prices of ${provider} ${name}`}
          onClick={() => onPrices(model)}
        >
          Prices
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function NumberCell({ value, format }: { value: number | null; format: typeof formatCount }) {
  return (
    <Table.Td className={classes['number']}>
      <FormattedNumber value={value} format={format} />
    </Table.Td>
  );
}
