import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import path from "node:path";

const schema = path.resolve(import.meta.dirname, "../../../schema/*.graphqls");

export default [
  {
    files: ["**/*.graphqls"],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema } },
    },
    plugins: { "@graphql-eslint": graphqlPlugin },
    rules: {
      ...graphqlPlugin.configs["flat/schema-recommended"].rules,
      ...graphqlPlugin.configs["flat/schema-relay"].rules,
      // Pages go forward only: keyset pages over what is recorded all the time have no stable end to count from.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // Connections have `nodes` beside `edges`, and short lists that cannot grow are plain lists. The rows of a breakdown are
      // values, and an event's `id` is its sender's: neither is a Node.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
      // Most types are values of a slice, such as UsageMetrics, and have no identity. What has one implements Node.
      "@graphql-eslint/strict-id-in-types": "off",
    },
  },
  {
    // Clients may rely on the names of scalars that no field uses yet.
    files: ["**/scalars.graphqls"],
    rules: { "@graphql-eslint/no-unreachable-types": "off" },
  },
];
