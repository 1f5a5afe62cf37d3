package dev.tollgate.graphql.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.graphql.wire.Frame;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebSocketFramesTests {

    @Test
    void writesTheLengthAsShortAsItCanBe() {
        assertThat(header(125)).containsExactly(0x81, 125);
        assertThat(header(126)).containsExactly(0x81, 126, 0, 126);
        assertThat(header(65_535)).containsExactly(0x81, 126, 0xff, 0xff);
        assertThat(header(65_536)).containsExactly(0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void putsPartsTogether() {
        Frame frame = WebSocketFrames.text(bytes("a"), bytes("bc"), bytes("d"));

        assertThat(frame.head()).containsExactly(0x81, 4, 'a');
        assertThat(frame.body()).containsExactly('b', 'c');
        assertThat(frame.tail()).containsExactly('d');
        assertThat(frame.size()).isEqualTo(6);
    }

    @Test
    void writesControlFrames() {
        assertThat(WebSocketFrames.ping().body()).containsExactly(0x89, 0);
        assertThat(WebSocketFrames.pong(bytes("x")).body()).containsExactly(0x8a, 1, 'x');
        assertThat(WebSocketFrames.close(new CloseReason(1000, "ok")).body())
                .containsExactly(0x88, 4, 0x03, 0xe8, 'o', 'k');
    }

    @Test
    void cutsAReasonBetweenCharacters() {
        byte[] frame = WebSocketFrames.close(new CloseReason(1000, "\u20ac".repeat(100)))
                .body();

        assertThat(frame).hasSize(2 + 2 + 123);
        assertThat(new String(frame, 4, 123, StandardCharsets.UTF_8)).isEqualTo("\u20ac".repeat(41));
        assertThat(WebSocketFrames.close(new CloseReason(1000, "x\u20ac".repeat(100)))
                        .body())
                .hasSize(2 + 2 + 121);
    }

    private static byte[] header(int length) {
        return WebSocketFrames.text(new byte[length]).head();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
