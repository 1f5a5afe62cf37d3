package dev.tollgate.graphql.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTests {

    private static final int FIN = 0x80;
    private static final int MAX = 100_000;

    private final List<String> heard = new ArrayList<>();
    private final FrameReader reader = new FrameReader(new Hearing(heard), MAX);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
    void readsMessagesOfAnyLength(int length) throws WebSocketFailure {
        read(frame(FIN | 1, "x".repeat(length)));

        assertThat(heard).containsExactly("x".repeat(length));
    }

    @Test
    void putsAMessageTogetherAroundControlFrames() throws WebSocketFailure {
        read(frame(1, "one"), frame(FIN | 9, "ping"), frame(0, " t\u00e4"), frame(FIN | 10, "pong"), frame(FIN, "wo"));

        assertThat(heard).containsExactly("ping: ping", "one t\u00e4wo");
    }

    @Property(tries = 50)
    void readsWhateverPiecesTheBytesComeIn(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 300) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 50) int piece)
            throws WebSocketFailure {
        List<String> messages = lengths.stream().map("\u20ac"::repeat).toList();
        List<String> all = new ArrayList<>();
        FrameReader pieces = new FrameReader(new Hearing(all), MAX);
        byte[] bytes =
                joined(messages.stream().map(text -> frame(FIN | 1, text)).toArray(byte[][]::new));
        for (int i = 0; i < bytes.length; i += piece) {
            pieces.read(ByteBuffer.wrap(bytes, i, Math.min(piece, bytes.length - i)));
        }

        assertThat(all).isEqualTo(messages);
    }

    @Test
    void tellsOfBinaryMessagesOnce() throws WebSocketFailure {
        read(frame(2, "a"), frame(FIN, "b"));

        assertThat(heard).containsExactly("binary");
    }

    @Test
    void readsNothingAfterTheEnd() throws WebSocketFailure {
        ByteBuffer bytes =
                ByteBuffer.wrap(joined(masked(FIN | 8, new byte[] {3, (byte) 0xe8}), frame(FIN | 1, "late")));

        assertThat(reader.read(bytes)).isFalse();
        assertThat(heard).containsExactly("closing 1000");
    }

    @Test
    void readsAnEndWithoutACode() throws WebSocketFailure {
        read(frame(FIN | 8, ""));

        assertThat(heard).containsExactly("closing 1005");
    }

    @Test
    void refusesWhatTheProtocolForbids() {
        assertRefused(1002, new byte[] {(byte) (FIN | 1), 1, 'x'});
        assertRefused(1002, frame(FIN | 0x40 | 1, "compressed"));
        assertRefused(1002, frame(FIN | 3, "unknown"));
        assertRefused(1002, frame(9, "ping in parts"));
        assertRefused(1002, frame(FIN | 9, "x".repeat(126)));
        assertRefused(1002, frame(FIN, "nothing to continue"));
        assertRefused(1002, frame(1, "one"), frame(FIN | 1, "another"));
        assertRefused(1007, masked(FIN | 1, new byte[] {(byte) 0xc3}));
    }

    @Test
    void refusesBigMessagesBeforeTheyAreThere() {
        assertRefused(
                1009,
                new byte[] {(byte) (FIN | 1), (byte) 0xff, 0, 0, 0, 0, 0, 1, (byte) 0x86, (byte) 0xa1, 0, 0, 0, 0});
        assertRefused(1009, new byte[] {(byte) (FIN | 1), (byte) 0xff, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0});
        assertRefused(1009, frame(1, "x".repeat(MAX)), frame(0, "x"));
    }

    private void read(byte[]... frames) throws WebSocketFailure {
        reader.read(ByteBuffer.wrap(joined(frames)));
    }

    private static void assertRefused(int code, byte[]... frames) {
        assertThatExceptionOfType(WebSocketFailure.class)
                .isThrownBy(() ->
                        new FrameReader(new Hearing(new ArrayList<>()), MAX).read(ByteBuffer.wrap(joined(frames))))
                .satisfies(failure -> assertThat(failure.reason().code()).isEqualTo(code));
    }

    private static byte[] frame(int first, String text) {
        return masked(first, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] masked(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        byte[] mask = {1, 2, 3, (byte) 0xfe};
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private record Hearing(List<String> heard) implements WebSocketListener {

        @Override
        public void opened(TomcatWebSocket socket) {
            heard.add("opened");
        }

        @Override
        public void text(String message) {
            heard.add(message);
        }

        @Override
        public void binary() {
            heard.add("binary");
        }

        @Override
        public void pinged(byte[] payload) {
            heard.add("ping: " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void closing(int code) {
            heard.add("closing " + code);
        }

        @Override
        public void failed(CloseReason reason) {
            heard.add("failed");
        }

        @Override
        public void writable() {
            heard.add("writable");
        }

        @Override
        public void closed() {
            heard.add("closed");
        }
    }
}
