package dev.tollgate.graphql.wire;

/** What is sent as one. The body is shared by all who get the same; what differs for each of them stands around it. */
public final class Frame {

    private static final byte[] NOTHING = {};

    private final byte[] head;
    private final byte[] body;
    private final byte[] tail;

    /** A frame of three pieces, none of which may change any more. */
    public Frame(byte[] head, byte[] body, byte[] tail) {
        this.head = head;
        this.body = body;
        this.tail = tail;
    }

    /** A frame of one piece. */
    public static Frame of(byte[] bytes) {
        return new Frame(NOTHING, bytes, NOTHING);
    }

    /** The bytes before the body. */
    public byte[] head() {
        return head;
    }

    /** The body. */
    public byte[] body() {
        return body;
    }

    /** The bytes after the body. */
    public byte[] tail() {
        return tail;
    }

    /** How many bytes go over the wire. */
    public int size() {
        return head.length + body.length + tail.length;
    }
}
