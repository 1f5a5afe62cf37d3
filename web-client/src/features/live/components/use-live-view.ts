import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readView, writeView, type LiveView } from '../model/view';

/** The view in the address. Setting it replaces the entry in the browser's history: typing is no way one wants to go back. */
export function useLiveView(): [LiveView, (view: LiveView) => void] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const setView = useCallback(
    (next: LiveView) => setParams(writeView(next), { preventScrollReset: true, replace: true }),
    [setParams],
  );
  return [view, setView];
}
