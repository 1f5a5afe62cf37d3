import { graphql } from '@/gql';

/** Follows the whole chain, which takes a while for a long log: asked for on demand only. */
export const verifyAuditLog = graphql(`
  query VerifyAuditLog {
    organization {
      id
      auditVerification {
        intact
        entries
        firstSequence
        brokenAt
      }
    }
  }
`);
