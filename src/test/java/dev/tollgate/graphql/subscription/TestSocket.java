package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that keeps what it hears. */
final class TestSocket implements WebSocket.Listener {

    private static final int PATIENCE = 10;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final long demand;

    TestSocket(long demand) {
        this.demand = demand;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket.complete(opened);
        if (demand > 0) {
            opened.request(demand);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            messages.add(part.toString());
            part.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete(failure.toString());
    }

    WebSocket raw() {
        return socket.join();
    }

    TestSocket send(String message) {
        raw().sendText(message, true).join();
        return this;
    }

    TestSocket init(String authorization) {
        return send("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"" + authorization + "\"}}");
    }

    TestSocket subscribe(String id, String query) {
        return send("{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\""
                + query.replace("\"", "\\\"") + "\"}}");
    }

    TestSocket complete(String id) {
        return send("{\"id\":\"" + id + "\",\"type\":\"complete\"}");
    }

    /** The next message. */
    String next() {
        try {
            String message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(message).as("a message; closed: " + closed.getNow("no")).isNotNull();
            return String.valueOf(message);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    TestSocket expect(String message) {
        assertThat(next()).isEqualTo(message);
        return this;
    }

    /** How the connection was closed: the code, and the reason. */
    String closed() {
        return closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** What came before the socket answered a question of its own, after which nothing from before is on its way. */
    List<String> soFar() {
        send("{\"type\":\"ping\",\"payload\":{\"so\":\"far\"}}");
        List<String> heard = new ArrayList<>();
        for (String message = next(); !message.contains("\"so\":\"far\""); message = next()) {
            heard.add(message);
        }
        return heard;
    }

    void disconnect() {
        raw().abort();
    }
}
