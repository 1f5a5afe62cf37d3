package dev.tollgate.graphql.websocket;

import dev.tollgate.graphql.wire.Frame;
import java.nio.ByteBuffer;

/** Frames as a server sends them: whole and unmasked. */
public final class WebSocketFrames {

    private static final int FIN = 0x80;
    private static final int SMALL = 125;
    private static final int MEDIUM = 126;
    private static final int LARGE = 127;
    private static final int MEDIUM_MAX = 0xffff;
    private static final int HEADER = 10;

    private WebSocketFrames() {}

    /** A text message, in UTF-8, put together of three parts. */
    public static Frame text(byte[] head, byte[] body, byte[] tail) {
        int length = head.length + body.length + tail.length;
        ByteBuffer start = ByteBuffer.allocate(HEADER + head.length);
        header(start, Opcode.TEXT, length);
        start.put(head);
        return new Frame(taken(start), body, tail);
    }

    /** A text message of one part. */
    public static Frame text(byte[] message) {
        return text(new byte[0], message, new byte[0]);
    }

    /** A ping, which the other side answers by itself. */
    public static Frame ping() {
        return control(Opcode.PING, new byte[0]);
    }

    /** The answer to a ping. */
    public static Frame pong(byte[] payload) {
        return control(Opcode.PONG, payload);
    }

    /** The last frame of this side. */
    public static Frame close(CloseReason reason) {
        byte[] text = reason.bytes();
        return control(
                Opcode.CLOSE,
                ByteBuffer.allocate(2 + text.length)
                        .putShort((short) reason.code())
                        .put(text)
                        .array());
    }

    private static Frame control(Opcode opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
        header(frame, opcode, payload.length);
        return Frame.of(taken(frame.put(payload)));
    }

    private static void header(ByteBuffer frame, Opcode opcode, int length) {
        frame.put((byte) (FIN | opcode.code()));
        if (length <= SMALL) {
            frame.put((byte) length);
        } else if (length <= MEDIUM_MAX) {
            frame.put((byte) MEDIUM).putShort((short) length);
        } else {
            frame.put((byte) LARGE).putLong(length);
        }
    }

    private static byte[] taken(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
