package dev.tollgate.graphql.web;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.http.HttpMethod;

/** Looks into a document before it is executed. */
final class Operations {

    private Operations() {}

    /** Refuses with 405 what a GET must not do. A document that cannot be parsed is left to the engine to complain about. */
    static void requireQuery(GraphQlRequest call) {
        boolean changes = parse(call.getDocument()).stream()
                .flatMap(document -> document.getDefinitionsOfType(OperationDefinition.class).stream())
                .filter(operation -> isMeant(operation, call.getOperationName()))
                .anyMatch(operation -> operation.getOperation() != OperationDefinition.Operation.QUERY);
        if (changes) {
            throw RefusedRequest.methodNotAllowed("Only queries may be sent with GET.", HttpMethod.POST);
        }
    }

    private static boolean isMeant(OperationDefinition operation, @Nullable String name) {
        return name == null || name.equals(operation.getName());
    }

    private static Optional<Document> parse(String document) {
        try {
            return Optional.of(Parser.parse(document));
        } catch (InvalidSyntaxException _) {
            return Optional.empty();
        }
    }
}
