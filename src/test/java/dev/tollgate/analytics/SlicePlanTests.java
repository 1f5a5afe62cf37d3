package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organization;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicePlanTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:40:20Z");
    private static final Kept KEPT = new Kept(
            Instant.parse("2026-11-20T12:41:00Z"),
            Instant.parse("2026-08-24T13:00:00Z"),
            Instant.parse("2025-10-23T12:40:20Z"));
    private static final BaselineAsked BEFORE = new BaselineAsked(ComparisonBaseline.PREVIOUS_PERIOD, null);

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT24H", "PT36H", "P3D", "P7D", "P30D", "P44D"})
    void comparesWithAsLongAPeriodJustBefore(String duration) {
        SlicePlan plan = plan(new RangeAsked.Last(Duration.parse(duration)));
        TimeWindow current = plan.current().window();
        TimeWindow before = baseline(plan).window();

        assertThat(before.to()).isEqualTo(current.from());
        assertThat(before.length()).isEqualTo(current.length());
    }

    @Test
    void readsTheLedgerForLessThanAnHour() {
        assertThat(baseline(plan(new RangeAsked.Last(Duration.ofDays(7)))).segments())
                .first()
                .isEqualTo(new Segment(
                        Source.LEDGER,
                        new TimeWindow(Instant.parse("2026-11-08T11:19:00Z"), Instant.parse("2026-11-08T12:00:00Z"))));
    }

    @Test
    void comparesARunningMonthToTheMinute() {
        TimeWindow before = baseline(plan(new RangeAsked.Calendar(CalendarPeriod.THIS_MONTH)))
                .window();

        assertThat(before)
                .isEqualTo(
                        new TimeWindow(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-22T12:41:00Z")));
    }

    @Test
    void snapsWhereHoursAreGone() {
        assertThat(baseline(plan(new RangeAsked.Last(Duration.ofDays(100)))).sources())
                .isEqualTo(List.of(Source.DAY));
    }

    private static Plan baseline(SlicePlan plan) {
        return Objects.requireNonNull(plan.baselines().get(BEFORE));
    }

    private static SlicePlan plan(RangeAsked range) {
        Organization organization =
                new Organization(new OrganizationId(new UUID(0, 1)), "acme", "Acme", ZoneId.of("UTC"));
        return SlicePlan.of(
                new SliceAsked(organization, range, SliceFilter.ALL), SliceRequest.of(BEFORE, Needs.NONE), KEPT, NOW);
    }
}
