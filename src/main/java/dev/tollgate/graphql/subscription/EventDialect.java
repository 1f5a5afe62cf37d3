package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.wire.Frame;
import java.nio.charset.StandardCharsets;

/** The events of graphql-sse, where each operation has a connection of its own. */
final class EventDialect implements Dialect {

    static final EventDialect INSTANCE = new EventDialect();

    /** What a proxy or a browser sees of a stream that has nothing to tell. */
    static final Frame SIGN_OF_LIFE = Frame.of(bytes(":\n\n"));

    private static final byte[] NEXT = bytes("event: next\ndata: ");
    private static final byte[] END = bytes("\n\n");
    private static final byte[] FAILED = bytes("event: next\ndata: {\"errors\":");
    /** With data, since a browser drops an event that has none. */
    private static final String COMPLETE = "event: complete\ndata: \n\n";

    private static final byte[] FAILED_END = bytes("}\n\n" + COMPLETE);

    private EventDialect() {}

    @Override
    public Frame next(byte[] answer) {
        return new Frame(NEXT, answer, END);
    }

    @Override
    public Frame failed(byte[] errors) {
        return new Frame(FAILED, errors, FAILED_END);
    }

    @Override
    public Frame complete() {
        return Frame.of(bytes(COMPLETE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
