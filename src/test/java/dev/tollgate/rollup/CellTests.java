package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Money;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Contribution;
import java.time.Instant;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellTests {

    private static final int MANY = 1_000;

    @Property(tries = 60)
    void isTheSameWhetherAddedAsOneOrInParts(
            @ForAll @IntRange(max = MANY) int first, @ForAll @IntRange(max = MANY) int second) {
        Cell whole = cell(0, first + second);
        Cell parts = cell(0, first);
        parts.add(cell(first, first + second));

        assertThat(parts.totals()).isEqualTo(whole.totals());
        if (first + second > 0) {
            for (int percentile : new int[] {0, 50, 99}) {
                assertThat(latency(parts).percentile(percentile))
                        .isEqualTo(latency(whole).percentile(percentile));
            }
            assertThat(users(parts).estimate()).isEqualTo(users(whole).estimate());
        }
    }

    @Test
    void leavesACellAsItIsThatItAdds() {
        Cell added = cell(0, MANY);
        Cell sum = cell(MANY, 2 * MANY);
        sum.add(added);
        sum.add(cell(2 * MANY, 3 * MANY));

        assertThat(added.totals()).isEqualTo(cell(0, MANY).totals());
        assertThat(users(added).estimate()).isEqualTo(users(cell(0, MANY)).estimate());
        assertThat(latency(added).percentile(99))
                .isEqualTo(latency(cell(0, MANY)).percentile(99));
    }

    @Test
    void tellsNothingOfCallsThatToldNothing() {
        Cell cell = new Cell();
        cell.add(contribution(null, null));

        assertThat(cell.hasSamples()).isFalse();
        assertThat(cell.latency()).isNull();
        assertThat(cell.users()).isNull();
        assertThat(cell.totals().latency()).isEqualTo(LatencyTotals.NONE);
    }

    @Test
    void leavesStoredUsersAloneThatHoldThemAllAlready() {
        byte[] stored = Objects.requireNonNull(cell(0, 100).userSamples().addedTo(null));

        assertThat(cell(20, 60).userSamples().addedTo(stored)).isNull();
        assertThat(cell(20, 120).userSamples().addedTo(stored)).isNotNull();
        assertThat(new Cell().userSamples().addedTo(stored)).isNull();
    }

    @Test
    void leavesStoredUsersAloneHoweverManyTheyAre() {
        byte[] stored = Objects.requireNonNull(cell(0, 5_000).userSamples().addedTo(null));
        byte[] rolledOften = stored;
        for (int user = 5_000; user < 5_100; user += 20) {
            rolledOften =
                    Objects.requireNonNull(cell(user, user + 20).userSamples().addedTo(rolledOften));
        }

        assertThat(cell(0, 100).userSamples().addedTo(stored)).isNull();
        assertThat(cell(4_990, 5_100).userSamples().addedTo(rolledOften)).isNull();
    }

    private static Cell cell(int from, int to) {
        Cell cell = new Cell();
        for (int call = from; call < to; call++) {
            cell.add(contribution("user-" + call, 100 + call % 700));
        }
        return cell;
    }

    private static Contribution contribution(@Nullable String user, @Nullable Integer latencyMs) {
        return new Contribution(
                Instant.EPOCH, new AttributionId(7), user, 1, 0, 100, 20, 3, 40, 5, Money.of("0.25"), 0, latencyMs);
    }

    private static LatencySketch latency(Cell cell) {
        return Objects.requireNonNull(cell.latency());
    }

    private static UserSketch users(Cell cell) {
        return Objects.requireNonNull(cell.users());
    }
}
