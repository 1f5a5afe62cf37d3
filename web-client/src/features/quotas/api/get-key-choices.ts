import { useQuery } from 'urql';
import { graphql } from '@/gql';

const keyChoices = graphql(`
  query KeyChoices($search: String!) {
    organization {
      id
      apiKeys(search: $search, first: 20) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

/** Asks for the newest API keys whose names contain the text. */
export function useKeyChoices(search: string) {
  const [{ data, fetching }] = useQuery({
    query: keyChoices,
    variables: { search },
    requestPolicy: 'cache-and-network',
  });
  return { choices: data?.organization.apiKeys.nodes ?? [], loading: fetching };
}
