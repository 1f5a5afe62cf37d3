package dev.tollgate.graphql.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTests {

    private final Pipes pipe = new Pipes();
    private final Outbox outbox = new Outbox(pipe, 3, 10);

    @Test
    void writesAtOnceWhatTheClientTakes() {
        outbox.offer(frame("a"), null);
        outbox.offer(frame("b"), null);

        assertThat(pipe.written).containsExactly("a", "b");
        assertThat(outbox.isIdle()).isTrue();
        assertThat(outbox.stuckFor(System.nanoTime())).isZero();
    }

    @Test
    void keepsTheOrderOfWhatWaits() {
        pipe.room = 1;
        outbox.offer(frame("a"), null);
        outbox.offer(frame("b"), null);
        outbox.offer(frame("c"), null);
        assertThat(pipe.written).containsExactly("a");

        pipe.room = 1;
        assertThat(outbox.resume()).isFalse();
        pipe.room = 9;
        assertThat(outbox.resume()).isTrue();
        assertThat(pipe.written).containsExactly("a", "b", "c");
    }

    @Test
    void isFullAtANumberOfFramesOrBytes() {
        pipe.room = 1;
        outbox.offer(frame("first"), null);

        assertThat(outbox.offer(frame("1"), null)).isTrue();
        assertThat(outbox.offer(frame("2"), null)).isTrue();
        assertThat(outbox.offer(frame("3"), null)).isTrue();
        assertThat(outbox.offer(frame("4"), null)).isFalse();
        pipe.room = 3;
        outbox.resume();
        assertThat(outbox.offer(frame("0123456789"), null)).isTrue();
        assertThat(outbox.offer(frame("x"), null)).isFalse();
    }

    @Test
    void knowsForHowLongNothingWasTaken() {
        pipe.room = 1;
        outbox.offer(frame("a"), null);

        assertThat(outbox.stuckFor(System.nanoTime() + 5_000_000)).isGreaterThanOrEqualTo(4_000_000);
        assertThat(outbox.isIdle()).isFalse();
    }

    @Test
    void forgetsWhatBelongsToAnOwner() {
        pipe.room = 1;
        outbox.offer(frame("a"), null);
        outbox.offer(frame("b"), "one");
        outbox.offer(frame("c"), "other");
        outbox.forget("one");
        pipe.room = 9;
        outbox.resume();

        assertThat(pipe.written).containsExactly("a", "c");
    }

    @Test
    void endsWithTheLastFrames() {
        pipe.room = 1;
        outbox.offer(frame("a"), null);
        outbox.offer(frame("dropped"), null);
        outbox.end(List.of(frame("bye")));
        outbox.end(List.of(frame("again")));
        assertThat(outbox.offer(frame("late"), null)).isTrue();
        assertThat(pipe.finished).isFalse();
        pipe.room = 9;
        outbox.resume();

        assertThat(pipe.written).containsExactly("a", "bye");
        assertThat(pipe.finished).isTrue();
    }

    @Test
    void endsAfterWhatWaits() {
        pipe.room = 1;
        outbox.offer(frame("a"), null);
        outbox.offer(frame("b"), null);
        outbox.endAfter(List.of(frame("bye")));
        pipe.room = 9;
        outbox.resume();

        assertThat(pipe.written).containsExactly("a", "b", "bye");
    }

    private static Frame frame(String text) {
        return Frame.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Pipes implements Pipe {

        private final List<String> written = new ArrayList<>();
        private int room = 100;
        private boolean finished;

        @Override
        public boolean write(Frame frame) {
            written.add(new String(frame.body(), StandardCharsets.UTF_8));
            return --room > 0;
        }

        @Override
        public boolean resume() {
            return room > 0;
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void disconnect() {
            finished = true;
        }
    }
}
