import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { isUnauthenticated } from './failure';
import type { LiveConnection } from './live/connection';

/** The GraphQL client; it reports when the session has ended. */
export function createGraphqlClient(live: LiveConnection, onUnauthenticated: () => void): Client {
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
      // Before the cache, which has no use for what passes by.
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({ unsubscribe: live.subscribe({ query, variables }, sink) }),
        }),
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
