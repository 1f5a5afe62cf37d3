import { createServer } from 'node:http';
import { createRedisEventTarget } from '@graphql-yoga/redis-event-target';
import { createPubSub, createYoga } from 'graphql-yoga';
import { useServer } from 'graphql-ws/use/ws';
import { Redis } from 'ioredis';
import { WebSocketServer } from 'ws';
import { schemaOf } from './schema.js';
import { Ticks } from './ticks.js';

const { REDIS_URL, CHANNEL, PORT = '0' } = process.env;

const ticks = new Ticks();
const deltas = createPubSub({
  eventTarget: createRedisEventTarget({
    publishClient: new Redis(REDIS_URL, { lazyConnect: true }),
    subscribeClient: new Redis(REDIS_URL),
  }),
});
const yoga = createYoga({ schema: schemaOf(ticks), graphqlEndpoint: '/graphql', logging: 'warn' });
const http = createServer(yoga);

useServer(
  {
    execute: (args) => args.execute(args),
    subscribe: (args) => args.subscribe(args),
    onSubscribe: async (context, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...context,
        req: context.extra.request,
        socket: context.extra.socket,
        params,
      });
      const document = parse(params.query);
      const errors = validate(schema, document);
      return errors.length > 0
        ? errors
        : {
            schema,
            document,
            operationName: params.operationName,
            variableValues: params.variables,
            contextValue: await contextFactory(),
            execute,
            subscribe,
          };
    },
  },
  new WebSocketServer({ server: http, path: yoga.graphqlEndpoint }),
);

http.listen(Number(PORT), '127.0.0.1', 2_048, () => console.log(`port ${http.address().port}`));

for await (const delta of deltas.subscribe(CHANNEL)) {
  ticks.accept(delta);
}
