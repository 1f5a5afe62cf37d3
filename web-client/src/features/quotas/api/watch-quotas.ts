import { graphql } from '@/gql';

/** Tells each time that a quota's use crosses a threshold. */
export const quotaCrossings = graphql(`
  subscription QuotaCrossings {
    quotaStatusChanged {
      quotaId
    }
  }
`);
