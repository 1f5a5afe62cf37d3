import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { QuotaPeriodUseFragment } from '@/gql/graphql';

const quotaHistory = graphql(`
  query QuotaHistory($id: ID!) {
    node(id: $id) {
      id
      ... on Quota {
        history(first: 12) {
          ...QuotaPeriodUse
        }
      }
    }
  }

  fragment QuotaPeriodUse on QuotaHistory {
    periodStart
    periodEnd
    totalTokens
    inputTokens
    outputTokens
    requests
    cost
    usedPercent
  }
`);

/** What was used in a period. */
export type PeriodUse = QuotaPeriodUseFragment;

/** Asks what was used period by period, the running one first. */
export function useHistory(id: string) {
  const [{ data, error }, execute] = useQuery({
    query: quotaHistory,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const node = data?.node;
  const history = node !== null && node !== undefined && 'history' in node ? node.history : undefined;
  return { history, error, refresh: () => execute({ requestPolicy: 'network-only' }) };
}
