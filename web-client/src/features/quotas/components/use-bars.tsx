import type { QuotaStatus } from '@/gql/graphql';
import { formatPercent } from '@/lib/format';
import type { Quota, Use } from '../api/get-quotas';
import { isRolling } from '../model/draft';
import { metricOf } from '../model/metrics';
import { statusOf } from '../model/what-if';
import classes from './quotas.module.css';

type Thresholds = Pick<Quota, 'warningPercent' | 'criticalPercent' | 'period'>;

interface Props {
  /** The quota's name, for those who do not see the page. */
  name: string;
  quota: Thresholds;
  utilization: Pick<Quota['utilization'], 'limits'>;
}

/** A bar for each limit. */
export function UseBars({ name, quota, utilization }: Props) {
  return (
    <div className={classes['bars']}>
      {utilization.limits.map((use) => (
        <UseBar key={use.metric} name={name} use={use} thresholds={quota} />
      ))}
    </div>
  );
}

const upTo100 = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`;

/** What is used of a limit, what is reserved, where it leads, and the thresholds on the way. */
function UseBar({ name, use, thresholds }: { name: string; use: Use; thresholds: Thresholds }) {
  const { label, format } = metricOf(use.metric);
  const status: QuotaStatus = statusOf(use.usedPercent, thresholds);
  const part = (amount: number) => upTo100((amount / use.limit) * 100);
  const used = `${format(use.used).short} of ${format(use.limit).short}`;
  const percent = formatPercent(use.usedPercent).short;
  const notes = [
    ...(isRolling(thresholds.period) ? [] : [`${format(use.projected).short} at the end at this rate`]),
    ...(use.reserved > 0 ? [`${format(use.reserved).short} reserved`] : []),
  ];
  return (
    <div>
      <div className={classes['label']}>
        <span>{label}</span>
        <span className={classes['figures']} title={`${format(use.used).full} of ${format(use.limit).full}`}>
          {used} · {percent}
        </span>
      </div>
      <div
        role="meter"
        aria-label={`${label} of ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, use.usedPercent)}
        aria-valuetext={[used, percent, ...notes].join(', ')}
        className={classes['bar']}
      >
        <span className={classes['projected']} style={{ width: part(use.projected) }} />
        <span className={classes['reserved']} style={{ width: part(use.used + use.reserved) }} />
        <span className={classes['used']} data-status={status} style={{ width: upTo100(use.usedPercent) }} />
        <span className={classes['mark']} style={{ left: `${thresholds.warningPercent}%` }} />
        <span className={classes['mark']} style={{ left: `${thresholds.criticalPercent}%` }} />
      </div>
      <div className={classes['projection']}>{notes.join(', ')}</div>
    </div>
  );
}
