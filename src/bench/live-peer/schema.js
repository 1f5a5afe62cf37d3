import { readFileSync } from 'node:fs';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { createSchema } from 'graphql-yoga';

const DURATION = /^PT(\d+(?:\.\d+)?)S$/;

/** Seconds are all that is needed here; as milliseconds inside. */
const Duration = new GraphQLScalarType({
  name: 'Duration',
  parseValue: milliseconds,
  parseLiteral: (node) => milliseconds(node.value),
});

const DateTime = new GraphQLScalarType({ name: 'DateTime', serialize: (date) => date.toISOString() });

function milliseconds(text) {
  const match = DURATION.exec(text);
  if (!match) {
    throw new GraphQLError('A duration is given in seconds, for example PT0.2S.');
  }
  return Math.round(Number(match[1]) * 1000);
}

export function schemaOf(ticks) {
  return createSchema({
    typeDefs: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
    resolvers: {
      DateTime,
      Duration,
      Query: { ready: () => true },
      Subscription: {
        usageTicks: { subscribe: (_, args) => ticks.subscribe(args), resolve: (tick) => tick },
      },
    },
  });
}
