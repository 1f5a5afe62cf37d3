package dev.tollgate.graphql.websocket;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the payload of a client's frame.
 *
 * @param fin whether the message ends with it
 * @param opcode the kind of frame
 * @param length the length of the payload
 * @param mask what the payload is mixed with
 */
record FrameHeader(boolean fin, Opcode opcode, long length, int mask) {

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int MEDIUM = 126;
    private static final int LARGE = 127;
    private static final int LONGEST_CONTROL = 125;

    /** Takes the header from the buffer; null, and nothing taken, when it is not all there yet. */
    static @Nullable FrameHeader take(ByteBuffer bytes) throws WebSocketFailure {
        if (bytes.remaining() < 2) {
            return null;
        }
        int first = bytes.get(bytes.position());
        int second = bytes.get(bytes.position() + 1);
        check(first, second);
        int length = second & LENGTH;
        int lengthBytes = length == MEDIUM ? Short.BYTES : length == LARGE ? Long.BYTES : 0;
        if (bytes.remaining() < 2 + lengthBytes + Integer.BYTES) {
            return null;
        }
        bytes.position(bytes.position() + 2);
        long whole = length == MEDIUM ? bytes.getShort() & 0xffff : length == LARGE ? bytes.getLong() : length;
        return new FrameHeader((first & FIN) != 0, Opcode.of(first & OPCODE), whole, bytes.getInt());
    }

    private static void check(int first, int second) throws WebSocketFailure {
        if ((first & RESERVED) != 0) {
            throw WebSocketFailure.protocol("An extension is used that was not agreed on.");
        }
        if ((second & MASKED) == 0) {
            throw WebSocketFailure.protocol("The frame is not masked.");
        }
        boolean whole = (first & FIN) != 0 && (second & LENGTH) <= LONGEST_CONTROL;
        if (Opcode.of(first & OPCODE).isControl() && !whole) {
            throw WebSocketFailure.protocol("A control frame is too long, or comes in parts.");
        }
    }
}
