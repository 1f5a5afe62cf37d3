import { Text } from '@mantine/core';
import { formatMoney, formatPercent } from '@/lib/format';
import type { Credential } from '../api/get-providers';
import classes from './providers.module.css';

/** What calls cost in the running month, of a budget where there is one. */
export function Budget({ credential }: { credential: Credential }) {
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
