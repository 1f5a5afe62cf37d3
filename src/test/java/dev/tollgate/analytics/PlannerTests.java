package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTests {

    private static final Kept KEPT = new Kept(
            Instant.parse("2026-03-30T12:00:00Z"),
            Instant.parse("2026-01-01T12:00:00Z"),
            Instant.parse("2025-03-01T00:00:00Z"));

    private final Planner planner = new Planner(ZoneId.of("Europe/Berlin"), KEPT);

    /** Berlin is an hour ahead of UTC, from 29 March 2026 at 01:00 UTC two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // whole days are day cells, also one of 23 hours
                "2026-03-28T23:00 | 2026-03-29T22:00 | DAY | DAY 28T23:00",
                // ragged ends of hours and minutes
                "2026-03-30T20:58 | 2026-04-01T23:31 | DAY | MINUTE 30T20:58, HOUR 30T21:00, DAY 30T22:00, HOUR 01T22:00, MINUTE 01T23:00",
                // within an hour
                "2026-03-31T10:05 | 2026-03-31T10:17 | DAY | MINUTE 31T10:05",
                // minutes are gone: snaps to hours
                "2026-03-20T10:05 | 2026-03-20T12:17 | DAY | HOUR 20T10:00",
                // hours are gone: snaps to days
                "2025-12-20T10:05 | 2025-12-21T12:17 | DAY | DAY 19T23:00",
                // an hourly trend takes no days, and the ledger where hours are gone
                "2026-03-28T23:00 | 2026-03-29T22:00 | HOUR | HOUR 28T23:00",
                "2025-12-31T23:00 | 2026-01-01T23:00 | HOUR | LEDGER 31T23:00, HOUR 01T12:00",
                // a trend by minutes long ago is told by the ledger, to the minute
                "2026-03-20T10:05 | 2026-03-20T12:17 | MINUTE | LEDGER 20T10:05"
            })
    void coversARangeWithTheFewestCells(String from, String to, Source widest, String expected) {
        Plan plan = planner.plan(window(from, to), widest);

        assertThat(plan.segments())
                .extracting(segment -> segment.source() + " "
                        + segment.window().from().toString().substring(8, 16))
                .isEqualTo(List.of(expected.split(", ")));
        assertThat(plan.segments().getFirst().window().from())
                .isEqualTo(plan.window().from());
        assertThat(plan.segments().getLast().window().to())
                .isEqualTo(plan.window().to());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-20T10:05 | 2026-03-20T12:17 | 2026-03-20T10:00 | 2026-03-20T13:00",
                "2025-12-20T10:05 | 2025-12-21T12:17 | 2025-12-19T23:00 | 2025-12-21T23:00",
                "2026-03-20T10:05 | 2026-03-31T12:17 | 2026-03-20T10:00 | 2026-03-31T12:17"
            })
    void snapsOutwardWhereFinerCellsAreGone(String from, String to, String start, String end) {
        assertThat(planner.plan(window(from, to), Source.DAY).window()).isEqualTo(window(start, end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // hours are gone at both ends: the ledger tells what is beside whole days
                "2025-11-30T11:00 | 2025-12-31T11:00 | LEDGER 30T11:00, DAY 30T23:00, LEDGER 30T23:00",
                // at the first end only
                "2025-12-31T11:00 | 2026-01-31T11:00 | LEDGER 31T11:00, DAY 31T23:00, HOUR 30T23:00",
                // the ledger is gone too: whole days
                "2025-02-28T11:00 | 2025-03-30T11:00 | DAY 27T23:00"
            })
    void asksTheLedgerForWhatMustNotBeWidened(String from, String to, String expected) {
        Plan plan = planner.told(window(from, to), Source.DAY);

        assertThat(plan.segments())
                .extracting(segment -> segment.source() + " "
                        + segment.window().from().toString().substring(8, 16))
                .isEqualTo(List.of(expected.split(", ")));
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(Instant.parse(from + ":00Z"), Instant.parse(to + ":00Z"));
    }
}
