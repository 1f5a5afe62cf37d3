package dev.tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTests {

    private static final Trace TRACE = Trace.load();

    @Test
    void holdsEveryCallOfTheDataSet() {
        assertThat(TRACE.size()).isEqualTo(19_366);
        assertThat(TRACE.call(0)).isEqualTo(new TraceCall(0, 374, 44));
        assertThat(TRACE.call(19_365).inputTokens()).isEqualTo(197);
        assertThat(sum(TraceColumn.INPUT)).isEqualTo(22_361_870);
        assertThat(sum(TraceColumn.OUTPUT)).isEqualTo(4_088_665);
    }

    @Test
    void lastsNearlyAnHour() {
        assertThat(TRACE.offset(19_365)).isEqualTo(3_501_722);
    }

    @Test
    void repeats() {
        Trace trace = new Trace(List.of(new TraceCall(0, 1, 1), new TraceCall(100, 2, 2)));

        assertThat(IntStream.range(0, 5).mapToLong(trace::offset)).containsExactly(0L, 100L, 150L, 250L, 300L);
        assertThat(trace.call(3).inputTokens()).isEqualTo(2);
    }

    private enum TraceColumn {
        INPUT,
        OUTPUT
    }

    private static long sum(TraceColumn column) {
        return IntStream.range(0, TRACE.size())
                .mapToObj(TRACE::call)
                .mapToLong(call -> column == TraceColumn.INPUT ? call.inputTokens() : call.outputTokens())
                .sum();
    }
}
