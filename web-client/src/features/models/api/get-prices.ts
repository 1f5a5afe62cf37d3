import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { PriceVersionFragment } from '@/gql/graphql';

const modelPrices = graphql(`
  query ModelPrices($id: ID!) {
    node(id: $id) {
      id
      ... on Model {
        ownPriceRevision
        prices {
          ...PriceVersion
        }
      }
    }
  }

  fragment PriceVersion on ModelPrice {
    effectiveFrom
    effectiveTo
    negotiated
    revision
    inputPerMillion
    outputPerMillion
    cacheReadPerMillion
    cacheWritePerMillion
    rates {
      unit
      serviceTier
      aboveTokens
      amount
    }
  }
`);

/** A version of a model's price. */
export type PriceVersion = PriceVersionFragment;

/** Asks for every price of a model, newest first, and how often the organization has said something of it. */
export function usePrices(id: string) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: modelPrices,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const node = data?.node;
  const model = node !== null && node !== undefined && 'prices' in node ? node : undefined;
  return {
    prices: model?.prices,
    revision: model?.ownPriceRevision ?? 0,
    error,
    fetching,
    refresh: () => execute({ requestPolicy: 'network-only' }),
  };
}
