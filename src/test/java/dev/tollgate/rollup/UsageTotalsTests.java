package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Money;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Usage adds up to the same, however it is grouped and ordered. */
class UsageTotalsTests {

    @Property
    void addUpInAnyOrder(@ForAll("totals") UsageTotals one, @ForAll("totals") UsageTotals other) {
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
    }

    @Property
    void addUpInAnyGroups(
            @ForAll("totals") UsageTotals one, @ForAll("totals") UsageTotals two, @ForAll("totals") UsageTotals three) {
        assertThat(one.plus(two).plus(three)).isEqualTo(one.plus(two.plus(three)));
    }

    @Property
    void stayTheSameWithNothingAdded(@ForAll("totals") UsageTotals totals) {
        assertThat(totals.plus(UsageTotals.NONE)).isEqualTo(totals);
        assertThat(UsageTotals.NONE.plus(totals)).isEqualTo(totals);
    }

    @Property
    void countEveryTokenOnce(@ForAll("totals") UsageTotals totals) {
        assertThat(totals.totalTokens())
                .isEqualTo(totals.uncachedInputTokens()
                        + totals.cacheReadTokens()
                        + totals.cacheWriteTokens()
                        + totals.outputTokens()
                        + totals.reasoningTokens());
        assertThat(totals.totalTokens()).isEqualTo(totals.inputTokens() + totals.wholeOutputTokens());
    }

    @Test
    void knowTheShortestAndTheLongestLatency() {
        LatencyTotals three = LatencyTotals.of(120).plus(LatencyTotals.of(7)).plus(LatencyTotals.of(900));

        assertThat(three).isEqualTo(new LatencyTotals(3, 1_027, 7, 900));
    }

    @Provide
    Arbitrary<UsageTotals> totals() {
        Arbitrary<Long> counts = Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L);
        Arbitrary<Money> costs = Arbitraries.longs()
                .between(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4)
                .map(Money::ofUnits);
        Arbitrary<LatencyTotals> latencies = Arbitraries.integers()
                .between(0, 10_000_000)
                .list()
                .ofMaxSize(5)
                .map(samples ->
                        samples.stream().map(LatencyTotals::of).reduce(LatencyTotals.NONE, LatencyTotals::plus));
        return Combinators.combine(counts.list().ofSize(8), costs, latencies)
                .as((count, cost, latency) -> new UsageTotals(
                        count.get(0),
                        count.get(1),
                        count.get(2),
                        count.get(3),
                        count.get(4),
                        count.get(5),
                        count.get(6),
                        cost,
                        count.get(7),
                        latency));
    }
}
