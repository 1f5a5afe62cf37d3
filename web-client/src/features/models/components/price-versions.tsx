import { Table, Text } from '@mantine/core';
import classes from '@/components/data-table.module.css';
import { FormattedNumber } from '@/components/formatted-number';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import { ScrollRegion } from '@/components/scroll-region';
import { formatMoney } from '@/lib/format';
import type { PriceVersion } from '../api/get-prices';
import { Rates } from './rates';

const heads = ['Input', 'Output', 'Cached input', 'Written to cache'];

/** Every version of a price, newest first. */
export function PriceVersions({ prices, timeZone }: { prices: PriceVersion[]; timeZone: string }) {
  if (prices.length === 0) {
    return <Text size="sm">No price is known: calls count as unpriced.</Text>;
  }
  return (
    <>
      <ScrollRegion label="Price versions">
        <Table className={classes['table']} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">From</Table.Th>
              {heads.map((label) => (
                <Table.Th key={label} scope="col" className={classes['number']}>
                  {label}
                </Table.Th>
              ))}
              <Table.Th scope="col">Whose</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {prices.map((price) => (
              <Table.Tr key={`${price.effectiveFrom} ${price.revision ?? 0}`}>
                <Table.Th scope="row" className={classes['name']}>
                  <Moment at={price.effectiveFrom} timeZone={timeZone} format="date" />
                  {price.effectiveTo === null && ' until replaced'}
                </Table.Th>
                {[
                  price.inputPerMillion,
                  price.outputPerMillion,
                  price.cacheReadPerMillion,
                  price.cacheWritePerMillion,
                ].map((amount, column) => (
                  <Table.Td key={heads[column]} className={classes['number']}>
                    <FormattedNumber value={amount} format={formatMoney} />
                  </Table.Td>
                ))}
                <Table.Td>
                  {price.negotiated ? (
                    <Pill tone="good">Own price</Pill>
                  ) : (
                    <Pill tone="neutral">Catalogue</Pill>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <Rates rates={prices[0]?.rates ?? []} />
    </>
  );
}
