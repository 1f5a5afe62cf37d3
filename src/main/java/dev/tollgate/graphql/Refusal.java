package dev.tollgate.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import java.util.Optional;

/** Why the parser gave up, where that was a limit of ours: the parser itself can only call it a syntax error. */
final class Refusal {

    private Refusal() {}

    static void put(GraphQLContext context, GraphQLError error) {
        context.put(Refusal.class, error);
    }

    static Optional<GraphQLError> in(GraphQLContext context) {
        return context.<GraphQLError>getOrEmpty(Refusal.class);
    }
}
