package dev.tollgate.graphql.websocket;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Why a connection is closed.
 *
 * @param code the close code: a standard one, or from 4000 to 4999
 * @param reason why, in a sentence; cut off at 123 bytes when it is sent
 */
public record CloseReason(int code, String reason) {

    /** The other side broke the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** A text is not in UTF-8. */
    public static final int BAD_DATA = 1007;
    /** A message is too big. */
    public static final int TOO_BIG = 1009;

    private static final int LONGEST = 123;

    /** The reason as it is sent: at most 123 bytes, no character cut in two. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(reason), bytes, true);
        byte[] sent = new byte[bytes.flip().remaining()];
        bytes.get(sent);
        return sent;
    }
}
