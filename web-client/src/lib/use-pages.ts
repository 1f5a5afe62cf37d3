import { useState } from 'react';
import type { CombinedError } from 'urql';
import { explain, type Failure } from './failure';

/** A page of a connection. */
export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** What asking for a page has brought. */
export interface PageResult<Node> {
  page: Page<Node> | undefined;
  error: CombinedError | undefined;
}

/** The pages that were asked for, in one list. */
export interface Pages<Node> {
  nodes: Node[];
  totalCount: number;
  hasMore: boolean;
  loading: boolean;
  failure: Failure | null;
  loadMore: () => void;
}

/**
 * The rows of the first page and, on demand, those after it. The later pages follow the first one's end: they are let go when
 * it becomes another, or when the list is about something else.
 */
export function usePages<Node>(
  about: string,
  first: Page<Node> | undefined,
  load: (after: string) => Promise<PageResult<Node>>,
): Pages<Node> {
  const base = `${about} ${first?.pageInfo.endCursor ?? ''}`;
  const [known, setKnown] = useState<{ base: string; later: Page<Node>[] }>({ base, later: [] });
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const later = known.base === base ? known.later : [];
  const pages = first === undefined ? [] : [first, ...later];
  const last = pages.at(-1);

  async function loadAfter(after: string) {
    setLoading(true);
    const { page, error } = await load(after);
    if (page !== undefined) {
      setKnown({ base, later: [...later, page] });
    }
    setFailure(error === undefined ? null : explain(error));
    setLoading(false);
  }

  return {
    nodes: pages.flatMap(({ nodes }) => nodes),
    totalCount: last?.totalCount ?? 0,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    loading,
    failure,
    loadMore() {
      const after = last?.pageInfo.endCursor ?? null;
      if (after !== null && !loading) {
        void loadAfter(after);
      }
    },
  };
}
