import { Text } from '@mantine/core';
import { formatCount, formatMoney } from '@/lib/format';
import type { PriceVersion } from '../api/get-prices';

type Rate = PriceVersion['rates'][number];

/** Every rate of a price, for those who want to know it all. */
export function Rates({ rates }: { rates: Rate[] }) {
  if (rates.length === 0) {
    return null;
  }
  return (
    <Text size="sm" component="details">
      <summary>All {rates.length} rates of the newest version</summary>
      <ul>
        {rates.map((rate) => (
          <li key={`${rate.unit} ${rate.serviceTier ?? ''} ${rate.aboveTokens ?? 0}`}>
            {wordsOf(rate)}: {formatMoney(rate.amount).full}
          </li>
        ))}
      </ul>
    </Text>
  );
}

function wordsOf({ unit, serviceTier, aboveTokens }: Rate): string {
  return [
    unit.toLowerCase().replaceAll('_', ' '),
    ...(serviceTier === null ? [] : [`in tier ${serviceTier}`]),
    ...(aboveTokens === null ? [] : [`above ${formatCount(aboveTokens).full} tokens`]),
  ].join(', ');
}
