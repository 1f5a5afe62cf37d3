package dev.tollgate.graphql.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts the messages of a client together from bytes as they come. It keeps a buffer only while a message is not complete. */
final class FrameReader {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int NO_CODE = 1005;

    private final WebSocketListener listener;
    private volatile int maxMessage;
    /** Bytes of a frame that is not complete, ready to be read. */
    private ByteBuffer held = NOTHING;
    /** The parts of a message so far, ready to be read; null between messages. */
    private @Nullable ByteBuffer message;

    private boolean binary;
    private boolean closed;

    FrameReader(WebSocketListener listener, int maxMessage) {
        this.listener = listener;
        this.maxMessage = maxMessage;
    }

    /** From now on, how many bytes a message may have. */
    void limit(int bytes) {
        maxMessage = bytes;
    }

    /** Reads what came. Returns false when the other side has closed, after which nothing is to be read. */
    boolean read(ByteBuffer input) throws WebSocketFailure {
        ByteBuffer bytes = held.hasRemaining() ? joined(held, input) : input;
        held = NOTHING;
        while (!closed && frame(bytes)) {
            // One more was complete.
        }
        if (bytes.hasRemaining()) {
            held = joined(NOTHING, bytes);
        }
        return !closed;
    }

    private boolean frame(ByteBuffer bytes) throws WebSocketFailure {
        int start = bytes.position();
        FrameHeader header = FrameHeader.take(bytes);
        if (header == null) {
            return false;
        }
        checkLength(header);
        if (bytes.remaining() < header.length()) {
            bytes.position(start);
            return false;
        }
        byte[] payload = new byte[(int) header.length()];
        bytes.get(payload);
        unmask(payload, header.mask());
        handle(header, payload);
        return true;
    }

    private void checkLength(FrameHeader header) throws WebSocketFailure {
        long before = message == null || header.opcode().isControl() ? 0 : message.remaining();
        if (header.length() < 0 || before + header.length() > maxMessage) {
            throw new WebSocketFailure(
                    CloseReason.TOO_BIG, "The message is too big; at most " + maxMessage + " bytes are read.");
        }
    }

    private void handle(FrameHeader header, byte[] payload) throws WebSocketFailure {
        switch (header.opcode()) {
            case PING -> listener.pinged(payload);
            case PONG -> {}
            case CLOSE -> {
                closed = true;
                listener.closing(
                        payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getShort() & 0xffff);
            }
            case TEXT, BINARY -> {
                if (message != null) {
                    throw WebSocketFailure.protocol("The message before is not complete.");
                }
                binary = header.opcode() == Opcode.BINARY;
                part(ByteBuffer.wrap(payload), header.fin());
            }
            case CONTINUATION -> {
                if (message == null) {
                    throw WebSocketFailure.protocol("There is no message to continue.");
                }
                part(joined(message, ByteBuffer.wrap(payload)), header.fin());
            }
        }
    }

    private void part(ByteBuffer soFar, boolean last) throws WebSocketFailure {
        message = last ? null : soFar;
        if (last && binary) {
            listener.binary();
        } else if (last) {
            listener.text(decoded(soFar));
        }
    }

    private static String decoded(ByteBuffer text) throws WebSocketFailure {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException _) {
            throw new WebSocketFailure(CloseReason.BAD_DATA, "The text is not in UTF-8.");
        }
    }

    private static void unmask(byte[] payload, int mask) {
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= (byte) (mask >>> (24 - 8 * (i & 3)));
        }
    }

    /** One and then the other, with room for more so that a message in small pieces is not copied with each of them. */
    private static ByteBuffer joined(ByteBuffer one, ByteBuffer other) {
        int end = one.limit() + other.remaining();
        if (end <= one.capacity()) {
            one.mark().position(one.limit()).limit(end).put(other).reset();
            return one;
        }
        int room = one.hasRemaining() ? one.remaining() : 0;
        return ByteBuffer.allocate(room + one.remaining() + other.remaining())
                .put(one)
                .put(other)
                .flip();
    }
}
