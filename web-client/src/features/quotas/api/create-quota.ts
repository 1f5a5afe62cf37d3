import { graphql } from '@/gql';

/** Makes a quota. */
export const createQuota = graphql(`
  mutation CreateQuota($input: CreateQuotaInput!) {
    createQuota(input: $input) {
      quota {
        ...QuotaRow
      }
    }
  }
`);
