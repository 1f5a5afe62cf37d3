package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SketchTests {

    @Property
    void tellsAnyPercentileWithinOnePercent(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 10_000_000) Integer> samples,
            @ForAll @IntRange(max = 100) int percentile) {
        LatencySketch sketch = latencies(samples);
        int[] sorted = samples.stream().mapToInt(Integer::intValue).sorted().toArray();
        int exact = sorted[(int) (percentile / 100.0 * (sorted.length - 1))];

        assertThat(sketch.percentile(percentile)).isCloseTo(exact, within(0.0101 * exact + 0.0001));
    }

    @Property
    void isTheSameWhetherMergedOrAddedOneByOne(
            @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 100_000) Integer> one,
            @ForAll @Size(max = 100) List<@IntRange(max = 100_000) Integer> other,
            @ForAll @IntRange(max = 100) int percentile) {
        LatencySketch whole = latencies(one);
        other.forEach(whole::add);
        LatencySketch merged = latencies(one);
        merged.merge(latencies(other));
        LatencySketch stored = new LatencySketch();
        stored.merge(latencies(other).toBytes());
        stored.merge(latencies(one).toBytes());

        assertThat(merged.percentile(percentile)).isEqualTo(whole.percentile(percentile));
        assertThat(stored.percentile(percentile)).isEqualTo(whole.percentile(percentile));
    }

    @Test
    void countsManyEqualSamplesAtOnce() {
        LatencySketch sketch = new LatencySketch();
        sketch.add(10, 99);
        sketch.add(1_000, 1);

        assertThat(sketch.percentile(50)).isCloseTo(10, within(0.1));
        assertThat(sketch.percentile(100)).isCloseTo(1_000, within(10.0));
    }

    @Test
    void tellsNothingOfNothing() {
        LatencySketch sketch = new LatencySketch();

        assertThat(sketch.isEmpty()).isTrue();
        assertThatThrownBy(() -> sketch.percentile(50)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void countsFewUsersExactly() {
        assertThat(users(0, 200).estimate()).isEqualTo(200);
    }

    @Test
    void countsManyUsersWithinThreePercent() {
        for (int distinct : List.of(2_000, 10_000, 100_000)) {
            assertThat((double) users(0, distinct).estimate()).isCloseTo(distinct, within(0.03 * distinct));
        }
    }

    @Test
    void countsAUserOfTwoSketchesOnce() {
        UserSketch merged = users(0, 120);
        merged.merge(users(60, 180).toBytes());

        assertThat(merged.estimate()).isEqualTo(180);
    }

    private static LatencySketch latencies(List<Integer> samples) {
        LatencySketch sketch = new LatencySketch();
        samples.forEach(sketch::add);
        return sketch;
    }

    private static UserSketch users(int from, int to) {
        UserSketch sketch = new UserSketch();
        IntStream.range(from, to).forEach(user -> sketch.add("user-" + user));
        return sketch;
    }
}
