// A page of each connection, the way Relay's usePaginationFragment wants it.
const { graphql } = require("react-relay");

graphql`
  query connectionsQuery($count: Int!, $range: TimeRange!) {
    ...connections_providers @arguments(count: $count)
    ...connections_models @arguments(count: $count)
    organization {
      ...connections_apiKeys @arguments(count: $count)
      ...connections_events @arguments(count: $count, range: $range)
      ...connections_breakdown @arguments(count: $count, range: $range)
    }
  }
`;

graphql`
  fragment connections_providers on Query
  @refetchable(queryName: "connectionsProvidersQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }) {
    providers(first: $count, after: $cursor) @connection(key: "connections_providers") {
      totalCount
      edges {
        node {
          name
        }
      }
    }
  }
`;

graphql`
  fragment connections_models on Query
  @refetchable(queryName: "connectionsModelsQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }) {
    models(first: $count, after: $cursor) @connection(key: "connections_models") {
      edges {
        node {
          name
        }
      }
    }
  }
`;

graphql`
  fragment connections_apiKeys on Organization
  @refetchable(queryName: "connectionsApiKeysQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }) {
    apiKeys(first: $count, after: $cursor) @connection(key: "connections_apiKeys") {
      edges {
        node {
          name
        }
      }
    }
  }
`;

graphql`
  fragment connections_events on Organization
  @refetchable(queryName: "connectionsEventsQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }, range: { type: "TimeRange!" }) {
    usage(range: $range) {
      events(first: $count, after: $cursor) @connection(key: "connections_events") {
        edges {
          node {
            occurredAt
          }
        }
      }
    }
  }
`;

// The rows of a breakdown are paged by the breakdown's own arguments, so that Relay's @connection has no place there.
graphql`
  fragment connections_breakdown on Organization
  @refetchable(queryName: "connectionsBreakdownQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }, range: { type: "TimeRange!" }) {
    usage(range: $range) {
      breakdown(by: [MODEL], first: $count, after: $cursor) {
        rows {
          edges {
            cursor
            node {
              share
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  }
`;
