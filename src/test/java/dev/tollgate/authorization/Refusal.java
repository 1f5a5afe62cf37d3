package dev.tollgate.authorization;

import dev.tollgate.core.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an answer says is wrong.
 *
 * @param status of HTTP
 * @param body as it came
 * @param errors those of GraphQL, or the problem of HTTP; empty: nothing is wrong
 */
record Refusal(int status, String body, List<JsonNode> errors) {

    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    /** What only the inside of the application knows. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:java|org|dev|tools|graphql)\\.[a-z]+\\.|Exception|\\bat [a-z]+\\.|(?:SELECT|INSERT|UPDATE|DELETE) |SQLSTATE|ERROR:|constraint");

    static Refusal of(Caller.Answer answer) {
        boolean isJson = answer.body().startsWith("{");
        JsonNode whole = Caller.JSON.readTree(isJson ? answer.body() : "{}");
        List<JsonNode> errors = whole.has("errors")
                ? whole.get("errors").values().stream().toList()
                : answer.status() >= CLIENT_ERROR ? List.of(whole) : List.of();
        return new Refusal(answer.status(), answer.body(), errors);
    }

    boolean isRefused() {
        return !errors.isEmpty();
    }

    /** Whether the refusal came from the application's own code, not from the engine. */
    boolean wasExecuted() {
        return errors.stream().anyMatch(error -> error.has("path"));
    }

    /** What is wrong with the refusal itself. */
    Optional<String> complaint(Place place) {
        if (status >= SERVER_ERROR) {
            return Optional.of("a server error");
        }
        return errors.stream()
                .flatMap(error -> complaint(error, place).stream())
                .findFirst();
    }

    private Optional<String> complaint(JsonNode error, Place place) {
        String code = error.at("/extensions/code").asString(error.path("code").asString(""));
        String message = error.path("message").asString(error.path("detail").asString(""));
        String field =
                error.at("/extensions/field").asString(error.path("field").asString(""));
        if (Stream.of(ErrorCode.values()).noneMatch(known -> known.name().equals(code))) {
            return Optional.of("no known code");
        }
        if (code.equals("INTERNAL")
                || (code.equals("UNAVAILABLE") && !place.last().equals("baseUrl"))) {
            return Optional.of("the application is at fault");
        }
        if (INSIDE.matcher(message).find()) {
            return Optional.of("tells of the inside");
        }
        // It may be another field than the bad one, which goes with it: an expiry that is needed with limits.
        return code.equals("BAD_USER_INPUT")
                        && field.isEmpty()
                        && !place.names().contains("")
                ? Optional.of("does not name the field")
                : Optional.empty();
    }
}
