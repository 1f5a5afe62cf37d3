package dev.tollgate.bench;

import org.jspecify.annotations.Nullable;

/**
 * A WebSocket frame as servers send it, not masked, in a buffer.
 *
 * @param opcode what it is
 * @param last whether the message ends with it
 * @param from where its content begins
 * @param to where it ends
 */
record Frame(int opcode, boolean last, int from, int to) {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** The frame that begins here; null when not all of it has come. */
    static @Nullable Frame at(byte[] bytes, int start, int limit) {
        if (limit - start < 2) {
            return null;
        }
        int shortLength = bytes[start + 1] & 0x7f;
        int lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
        int from = start + 2 + lengthBytes;
        if (from > limit) {
            return null;
        }
        long length = lengthBytes == 0 ? shortLength : number(bytes, start + 2, from);
        if (from + length > limit) {
            return null;
        }
        return new Frame(bytes[start] & 0x0f, (bytes[start] & 0x80) != 0, from, (int) (from + length));
    }

    /** A client's frame. Clients must mask; a mask of zeros leaves the content as it is. */
    static byte[] ofClient(int opcode, byte[] content) {
        int lengthBytes = content.length > 125 ? 2 : 0;
        byte[] frame = new byte[2 + lengthBytes + 4 + content.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) (0x80 | (lengthBytes == 0 ? content.length : 126));
        if (lengthBytes == 2) {
            frame[2] = (byte) (content.length >> 8);
            frame[3] = (byte) content.length;
        }
        System.arraycopy(content, 0, frame, frame.length - content.length, content.length);
        return frame;
    }

    int length() {
        return to - from;
    }

    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }
}
