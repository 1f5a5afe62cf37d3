import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { isUnauthenticated } from './failure';

/** The GraphQL client; it reports when the session has ended. */
export function createGraphqlClient(onUnauthenticated: () => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onError(error) {
          if (isUnauthenticated(error)) {
            onUnauthenticated();
          }
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
