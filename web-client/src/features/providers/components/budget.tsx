import { Text } from '@mantine/core';
import { formatCount, formatMoney, formatPercent } from '@/lib/format';
import type { Credential } from '../api/get-providers';
import classes from './providers.module.css';

/** What calls cost in the running month, of a budget where there is one, and how many have no price and so are not in it. */
export function Budget({ credential }: { credential: Credential }) {
  const { unpricedRequestsThisMonth: unpriced } = credential;
  return (
    <div>
      <Spent credential={credential} />
      {unpriced > 0 && (
        <Text size="xs">
          {unpriced === 1 ? '1 call has' : `${formatCount(unpriced).full} calls have`} no price and{' '}
          {unpriced === 1 ? 'is' : 'are'} not in it
        </Text>
      )}
    </div>
  );
}

function Spent({ credential }: { credential: Credential }) {
  const { provider, monthlyBudget, spentThisMonth, autoDisable } = credential;
  const spent = formatMoney(spentThisMonth).short;
  if (monthlyBudget === null) {
    return (
      <div className={classes['label']}>
        <span>This month</span>
        <span>{spent}, no budget</span>
      </div>
    );
  }
  const percent = (spentThisMonth / monthlyBudget) * 100;
  const text = `${spent} of ${formatMoney(monthlyBudget).short}`;
  return (
    <div>
      <div className={classes['label']}>
        <span>This month</span>
        <span>
          {text}, {formatPercent(percent).short}
        </span>
      </div>
      <div
        className={classes['bar']}
        role="meter"
        aria-label={`Budget of ${provider.label}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(100, percent)}
        aria-valuenow={percent}
        aria-valuetext={text}
      >
        <span style={{ width: `${Math.min(100, percent)}%` }} data-exceeded={percent > 100} />
      </div>
      <Text size="xs" c="dimmed">
        {autoDisable ? 'Disabled once the budget is exceeded' : 'Goes on when the budget is exceeded'}
      </Text>
    </div>
  );
}
