import { Group, SegmentedControl, Title } from '@mantine/core';
import { FailurePanel } from '@/components/failure-panel';
import { OwnUsageLine } from '@/components/own-usage-line';
import { explain } from '@/lib/failure';
import { useConnectionState } from '@/lib/live/live-context';
import { statusOf } from '@/lib/live/status';
import { useLiveQuery } from '../api/get-live';
import { noticeOf } from '../model/live-state';
import { windows, type LiveView, type Window } from '../model/view';
import { Figures } from './figures';
import classes from './live.module.css';
import { StatusLine } from './status-line';
import { TailPanel } from './tail-panel';
import { TopPanel } from './top-panel';
import { useLiveState } from './use-live-state';
import { useLiveView } from './use-live-view';
import { useTail } from './use-tail';

interface Props {
  organization: { timeZone: string };
  /** Whether only the usage of the viewer's own API keys is shown. */
  own: boolean;
}

/** The organization's usage, or the viewer's own, as it happens. */
export function Live({ organization: { timeZone }, own }: Props) {
  const [view, setView] = useLiveView();
  const [{ data, error, fetching }, refresh] = useLiveQuery();
  const past = data?.organization;
  const state = useLiveState(past);
  const tail = useTail(past, view.filter);
  const connection = useConnectionState();

  const failure = error === undefined ? (state?.ended ?? tail.ended) : explain(error);
  const status = statusOf({
    connection,
    ready: state !== null && !fetching,
    degraded: state?.models.degraded === true,
    ended: failure !== null && !fetching,
  });
  const countAnew = () => refresh({ requestPolicy: 'network-only' });
  const show = (change: Partial<LiveView>) => setView({ ...view, ...change });

  return (
    <div className={classes['page']}>
      <title>Live · Tollgate</title>
      <div>
        <Group justify="space-between" align="flex-end" gap="sm">
          <Title order={1} size="h2">
            Live
          </Title>
          <SegmentedControl
            aria-label="Length of time"
            data={windows.map((window) => ({ value: String(window), label: `${window} min` }))}
            value={String(view.window)}
            onChange={(value) => show({ window: Number(value) as Window })}
          />
        </Group>
        {own && <OwnUsageLine />}
        <StatusLine
          status={status}
          reason={connection.kind === 'lost' ? connection.reason : ''}
          asOf={state?.now ?? null}
          notice={state === null ? null : noticeOf(state)}
          timeZone={timeZone}
          onCountAnew={countAnew}
        />
      </div>
      {failure !== null && !fetching && <FailurePanel failure={failure} onRetry={countAnew} />}
      <Figures state={state} window={view.window} timeZone={timeZone} />
      <div className={classes['tops']}>
        <TopPanel title="Top models" dimension="models" board={state?.board ?? null} window={view.window} />
        <TopPanel
          title="Top features"
          dimension="features"
          board={state?.board ?? null}
          window={view.window}
        />
      </div>
      <TailPanel
        access={tail}
        board={state?.board ?? null}
        filter={view.filter}
        onFilter={(filter) => show({ filter })}
        timeZone={timeZone}
      />
    </div>
  );
}
