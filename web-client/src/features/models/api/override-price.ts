import { graphql } from '@/gql';

/** Sets the organization's own price of a model. */
export const overridePrice = graphql(`
  mutation OverridePrice($input: OverridePriceInput!) {
    overridePrice(input: $input) {
      model {
        ...ModelRow
      }
      price {
        revision
      }
    }
  }
`);
