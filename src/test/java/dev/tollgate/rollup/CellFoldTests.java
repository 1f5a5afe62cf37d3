package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Money;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CellFoldTests {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");
    private static final Retention RETENTION = new Retention(Duration.ofDays(2), Duration.ofDays(90));
    private static final AttributionId SEVEN = new AttributionId(7);

    @Test
    void addsAnEventToItsMinuteHourAndDayInTheZone() {
        CellFold fold = fold();
        fold.add(event("2026-11-22T04:20:59.999Z", SEVEN, "u"));

        assertThat(fold.cells(CellGrain.MINUTE))
                .containsOnlyKeys(key("2026-11-22T04:20:00Z", AttributionId.ALL), key("2026-11-22T04:20:00Z", SEVEN));
        assertThat(fold.cells(CellGrain.HOUR))
                .containsOnlyKeys(key("2026-11-22T04:15:00Z", AttributionId.ALL), key("2026-11-22T04:15:00Z", SEVEN));
        assertThat(fold.cells(CellGrain.DAY))
                .containsOnlyKeys(key("2026-11-21T18:15:00Z", AttributionId.ALL), key("2026-11-21T18:15:00Z", SEVEN));
    }

    @Test
    void addsALateEventOnlyToCellsThatAreStillKept() {
        CellFold fold = fold();
        fold.add(event("2026-11-10T04:20:00Z", SEVEN, "u"));
        fold.add(event("2026-05-10T04:20:00Z", SEVEN, "u"));

        assertThat(fold.cells(CellGrain.MINUTE)).isEmpty();
        assertThat(fold.cells(CellGrain.HOUR)).hasSize(2);
        assertThat(fold.cells(CellGrain.DAY)).hasSize(4);
    }

    @Test
    void addsUpADayOfAUserForAllAndForEachAttribution() {
        CellFold fold = fold();
        fold.add(event("2026-11-22T04:20:00Z", SEVEN, "u"));
        fold.add(event("2026-11-22T05:20:00Z", new AttributionId(8), "u"));
        fold.add(event("2026-11-22T06:20:00Z", new AttributionId(8), null));

        List<UserCell> users = fold.users();
        assertThat(users)
                .extracting(cell -> cell.key().attribution().value() + ":" + cell.user())
                .containsExactly("0:", "0:u", "7:u", "8:", "8:u");
        assertThat(users.getFirst().totals().requests()).isEqualTo(1);
        assertThat(users.stream().mapToLong(cell -> cell.totals().requests()).sum())
                .isEqualTo(6);
    }

    @Test
    void handsOverCellsOnce() {
        CellFold fold = fold();
        fold.add(event("2026-11-22T04:20:00Z", SEVEN, "u"));

        assertThat(fold.drain(CellGrain.HOUR)).hasSize(2);
        assertThat(fold.drain(CellGrain.HOUR)).isEmpty();
        assertThat(fold.cells(CellGrain.DAY)).hasSize(2);
    }

    @Property(tries = 100)
    void isTheSameInWhateverOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Contribution> events = IntStream.range(0, 200)
                .mapToObj(number -> event(
                        NOW.minusSeconds(random.nextInt(300_000)).toString(),
                        new AttributionId(1 + random.nextInt(3)),
                        "u" + random.nextInt(5)))
                .toList();
        CellFold forwards = fold();
        events.forEach(forwards::add);
        CellFold backwards = fold();
        events.reversed().forEach(backwards::add);

        for (CellGrain grain : CellGrain.values()) {
            assertThat(forwards.cells(grain).keySet())
                    .isEqualTo(backwards.cells(grain).keySet());
            forwards.cells(grain)
                    .forEach((key, cell) -> assertThat(cell.totals())
                            .isEqualTo(Objects.requireNonNull(
                                            backwards.cells(grain).get(key))
                                    .totals()));
        }
        assertThat(users(forwards)).isEqualTo(users(backwards));
    }

    private static Map<String, UsageTotals> users(CellFold fold) {
        return fold.users().stream()
                .collect(Collectors.toMap(
                        cell -> cell.key() + cell.user(), cell -> cell.totals().totals()));
    }

    private static CellFold fold() {
        return new CellFold(KATHMANDU, RETENTION, NOW);
    }

    private static CellKey key(String bucket, AttributionId attribution) {
        return new CellKey(Instant.parse(bucket), attribution);
    }

    private static Contribution event(
            String occurredAt, AttributionId attribution, @org.jspecify.annotations.Nullable String user) {
        return new Contribution(
                Instant.parse(occurredAt), attribution, user, 1, 0, 100, 20, 3, 40, 5, Money.of("0.25"), 0, 812);
    }
}
