import type { QuotaStatus } from '@/gql/graphql';
import type { PeriodUse } from '../api/get-history';
import type { Limits, Quota, Use } from '../api/get-quotas';
import { metrics } from './metrics';

type Utilization = Quota['utilization'];

/** The status of a use in percent. */
export function statusOf(
  usedPercent: number,
  { warningPercent, criticalPercent }: Pick<Quota, 'warningPercent' | 'criticalPercent'>,
): QuotaStatus {
  if (usedPercent >= 100) {
    return 'EXCEEDED';
  }
  if (usedPercent >= criticalPercent) {
    return 'CRITICAL';
  }
  return usedPercent >= warningPercent ? 'WARNING' : 'OK';
}

/**
 * How the running period would look with other limits: what is used, and its rate, are as they are. A metric that is not limited
 * now is told from the running period's history; without that it is left out.
 */
export function whatIf(
  quota: Pick<Quota, 'utilization' | 'warningPercent' | 'criticalPercent'>,
  limits: Limits,
  running: PeriodUse | undefined,
  now: number,
): Utilization {
  const uses = metrics.flatMap(({ metric, field }) => {
    const limit = limits[field];
    const known =
      quota.utilization.limits.find((use) => use.metric === metric) ??
      (running === undefined ? undefined : useOf(running, field, now));
    return limit === null || known === undefined ? [] : [{ ...known, ...against(limit, known), metric }];
  });
  const usedPercent = Math.max(0, ...uses.map((use) => use.usedPercent));
  return {
    ...quota.utilization,
    limits: uses,
    usedPercent,
    projectedPercent: Math.max(0, ...uses.map(({ projected, limit }) => (projected / limit) * 100)),
    status: statusOf(usedPercent, quota),
  };
}

function against(limit: number, { used }: Pick<Use, 'used'>) {
  return { limit, usedPercent: (used / limit) * 100 };
}

function useOf(running: PeriodUse, field: keyof Limits, now: number) {
  const used = running[field];
  const start = Date.parse(running.periodStart);
  const elapsed = Math.max(1, now - start);
  const whole = Math.max(elapsed, Date.parse(running.periodEnd) - start);
  return { used, reserved: 0, projected: (used * whole) / elapsed };
}
