package dev.tollgate.live;

import dev.tollgate.testing.ChildApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection of a client of {@code graphql-transport-ws} that subscribes to ticks. */
final class TickSocket implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String QUERY = "subscription($after: String, $filter: UsageFilter) "
            + "{ usageTicks(every: \"PT0.2S\", after: $after, filter: $filter) " + Tick.SELECTION + " }";

    private static final String INIT =
            "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + ChildApplication.KEY + "\"}}";

    private final Consumer<Tick> told;
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<JsonNode> acknowledged = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    private TickSocket(Consumer<Tick> told) {
        this.told = told;
    }

    /** An open connection. */
    record Open(WebSocket socket, CompletableFuture<String> ended) implements AutoCloseable {

        /** Waits for the end, and returns the close code and reason, or what failed. */
        String end() throws InterruptedException {
            try {
                return ended.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            }
        }

        /** Says goodbye and waits for the answer. */
        void goodbye() throws InterruptedException {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            end();
        }

        /** Ends it as a broken cable does. */
        @Override
        public void close() {
            socket.abort();
        }
    }

    /** Subscribes with these variables and hands over each tick. Fails when there is no connection to be had. */
    static Open open(HttpClient http, URI origin, Map<String, ?> variables, Consumer<Tick> told) {
        TickSocket listener = new TickSocket(told);
        WebSocket socket = http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://" + origin.getAuthority() + "/graphql"), listener)
                .join();
        // One after the other: this client refuses to send while it still sends what came before, even if that was
        // answered.
        socket.sendText(INIT, true).join();
        CompletableFuture.anyOf(listener.acknowledged, listener.ended).join();
        socket.sendText(subscribe(variables), true).join();
        return new Open(socket, listener.ended);
    }

    private static String subscribe(Map<String, ?> variables) {
        return JSON.writeValueAsString(
                Map.of("type", "subscribe", "id", "1", "payload", Map.of("query", QUERY, "variables", variables)));
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            JsonNode message = JSON.readTree(part.toString());
            part.setLength(0);
            hear(message);
        }
        return null;
    }

    private void hear(JsonNode message) {
        switch (message.get("type").asString()) {
            case "connection_ack" -> acknowledged.complete(message);
            case "next" -> told.accept(JSON.treeToValue(message.at("/payload/data/usageTicks"), Tick.class));
            default -> ended.complete(message.toString());
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ended.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        ended.complete(failure.toString());
    }
}
