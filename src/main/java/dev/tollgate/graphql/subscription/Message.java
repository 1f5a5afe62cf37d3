package dev.tollgate.graphql.subscription;

import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.request.GraphQlCall;
import dev.tollgate.graphql.request.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;

/** What a client says in {@code graphql-transport-ws}. */
sealed interface Message {

    /** Opens the conversation; the payload may hold credentials. */
    record Init(Map<?, ?> payload) implements Message {}

    /** To be answered with the same payload; null: none. */
    record Ping(@Nullable Object payload) implements Message {}

    /** The answer to a ping, or a sign of life. */
    record Pong() implements Message {}

    /** Starts an operation. */
    record Subscribe(String id, GraphQlRequest call) implements Message {}

    /** Stops an operation. */
    record Complete(String id) implements Message {}

    /** Reads a message; BAD_USER_INPUT, saying what is wrong, unless the protocol has such a one. */
    static Message read(String text, Json json) {
        if (!(json(text, json) instanceof Map<?, ?> message)) {
            throw wrong("The message must be a JSON object.");
        }
        Object payload = message.get("payload");
        return switch (message.get("type") instanceof String type ? type : "") {
            case "connection_init" -> new Init(payload == null ? Map.of() : object(payload, "connection_init"));
            case "ping" -> new Ping(payload == null ? null : object(payload, "ping"));
            case "pong" -> {
                if (payload != null) {
                    object(payload, "pong");
                }
                yield new Pong();
            }
            case "subscribe" -> new Subscribe(id(message), GraphQlCall.of(object(payload, "subscribe")));
            case "complete" -> new Complete(id(message));
            case "" -> throw wrong("The message has no type.");
            default -> throw wrong("There is no such type of message.");
        };
    }

    private static @Nullable Object json(String text, Json json) {
        try {
            return json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException _) {
            throw wrong("The message is not valid JSON.");
        }
    }

    private static Map<?, ?> object(@Nullable Object payload, String type) {
        if (payload instanceof Map<?, ?> object) {
            return object;
        }
        throw wrong("The payload of " + type + " must be an object.");
    }

    private static String id(Map<?, ?> message) {
        if (message.get("id") instanceof String id && !id.isEmpty()) {
            return id;
        }
        throw wrong("The message needs an id, a string that is not empty.");
    }

    private static ProblemException wrong(String reason) {
        return ProblemException.badInput("message", reason);
    }
}
