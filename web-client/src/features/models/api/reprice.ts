import { graphql } from '@/gql';

/** Charges the calls of a range again with the prices known now. */
export const reprice = graphql(`
  mutation Reprice($input: RepriceInput!) {
    reprice(input: $input) {
      examined
      repriced
      costDifference
    }
  }
`);

/** What has no price may have one now; so it is asked for again. */
export const repriced = { additionalTypenames: ['Model'] };
