package dev.tollgate.graphql.request;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;

/** The parameters of a GraphQL request, each checked to be of the kind that the specification wants. */
public final class GraphQlCall {

    private GraphQlCall() {}

    /** Reads the decoded JSON body; BAD_USER_INPUT when it is none of a request. */
    public static GraphQlRequest of(@Nullable Object body) {
        if (!(body instanceof Map<?, ?> parameters)) {
            String batch = body instanceof Iterable ? " Several requests in one are not supported." : "";
            throw badInput(null, "The body must be a JSON object." + batch);
        }
        return of(
                parameters.get("query"),
                parameters.get("operationName"),
                parameters.get("variables"),
                parameters.get("extensions"));
    }

    /** Puts the parameters together; BAD_USER_INPUT, naming the one that is of the wrong kind. */
    public static GraphQlRequest of(
            @Nullable Object query,
            @Nullable Object operationName,
            @Nullable Object variables,
            @Nullable Object extensions) {
        if (!(query instanceof String text)) {
            throw badInput("query", query == null ? "The query is missing." : "query must be a string.");
        }
        if (operationName != null && !(operationName instanceof String)) {
            throw badInput("operationName", "operationName must be a string.");
        }
        return new DefaultGraphQlRequest(
                text,
                (String) operationName,
                GraphQlCall.<@Nullable Object>object("variables", variables),
                GraphQlCall.<Object>object("extensions", extensions));
    }

    @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
    private static <V extends @Nullable Object> Map<String, V> object(String name, @Nullable Object value) {
        return switch (value) {
            case null -> Map.of();
            case Map<?, ?> map -> (Map<String, V>) map;
            default -> throw badInput(name, name + " must be an object.");
        };
    }

    static ProblemException badInput(@Nullable String field, String message) {
        return new ProblemException(ErrorCode.BAD_USER_INPUT, message, field, null);
    }
}
