import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AuditEntryRowFragment, AuditFilter } from '@/gql/graphql';

/** A page of the audit log. */
export const auditLog = graphql(`
  query AuditLog($filter: AuditFilter, $after: String) {
    organization {
      id
      auditLog(filter: $filter, first: 50, after: $after) {
        nodes {
          ...AuditEntryRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }

  fragment AuditEntryRow on AuditEntry {
    sequence
    recordedAt
    actorType
    actorId
    actorName
    action
    outcome
    targetType
    targetId
    before
    after
    reason
    address
  }
`);

/** An entry as the page shows it. */
export type Entry = AuditEntryRowFragment;

/** Asks for the newest entries that fit. */
export function useAuditLog(filter: AuditFilter | null) {
  return useQuery({
    query: auditLog,
    variables: { filter, after: null },
    requestPolicy: 'cache-and-network',
  });
}
