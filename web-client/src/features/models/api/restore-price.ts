import { graphql } from '@/gql';

/** Lets the catalogue's price of a model hold again. */
export const restorePrice = graphql(`
  mutation RestorePrice($input: RestorePriceInput!) {
    restorePrice(input: $input) {
      model {
        ...ModelRow
      }
    }
  }
`);
