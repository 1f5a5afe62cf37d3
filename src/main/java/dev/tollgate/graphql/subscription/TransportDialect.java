package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.websocket.WebSocketFrames;
import dev.tollgate.graphql.wire.Frame;
import java.nio.charset.StandardCharsets;

/** The messages of {@code graphql-transport-ws} for one operation. What is said most often is ready but for the answer. */
final class TransportDialect implements Dialect {

    private static final byte[] END = bytes("}");

    private final String id;
    private final byte[] next;

    /** The dialect of the operation with the id, which is written in JSON already. */
    TransportDialect(byte[] id) {
        this.id = new String(id, StandardCharsets.UTF_8);
        this.next = start("next");
    }

    @Override
    public Frame next(byte[] answer) {
        return WebSocketFrames.text(next, answer, END);
    }

    @Override
    public Frame failed(byte[] errors) {
        return WebSocketFrames.text(start("error"), errors, END);
    }

    @Override
    public Frame complete() {
        return WebSocketFrames.text(bytes("{\"id\":" + id + ",\"type\":\"complete\"}"));
    }

    private byte[] start(String type) {
        return bytes("{\"id\":" + id + ",\"type\":\"" + type + "\",\"payload\":");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
