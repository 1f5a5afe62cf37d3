import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readView, writeView, type View } from '../model/view';

/** The view in the address; setting it adds an entry to the browser's history. */
export function useView(): [View, (view: View) => void] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const setView = useCallback(
    (next: View) => setParams(writeView(next), { preventScrollReset: true }),
    [setParams],
  );
  return [view, setView];
}
