package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of any kind, in any zone, at any moment of these decades, which begin after the day that Samoa left out. */
class PeriodRulePropertyTests {

    private static final Instant FIRST = Instant.parse("2012-03-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2036-01-01T00:00:00Z");

    @Provide
    Arbitrary<ZoneId> zones() {
        List<ZoneId> all =
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        return Arbitraries.oneOf(
                Arbitraries.of(all),
                Arbitraries.of(
                                "Australia/Lord_Howe",
                                "Europe/Berlin",
                                "America/New_York",
                                "Pacific/Apia",
                                "Pacific/Chatham")
                        .map(ZoneId::of));
    }

    @Provide
    Arbitrary<PeriodRule> rules() {
        return Combinators.combine(
                        Arbitraries.of(QuotaPeriod.HOURLY, QuotaPeriod.DAILY, QuotaPeriod.WEEKLY, QuotaPeriod.MONTHLY),
                        Arbitraries.integers().between(1, 31),
                        Arbitraries.integers().between(0, 23))
                .as(PeriodRulePropertyTests::rule);
    }

    private static PeriodRule rule(QuotaPeriod period, int day, int hour) {
        return switch (period) {
            case HOURLY, ROLLING_HOUR, ROLLING_DAY, ROLLING_7_DAYS, ROLLING_30_DAYS -> new PeriodRule(period, 1, 0);
            case DAILY -> new PeriodRule(period, 1, hour);
            case WEEKLY -> new PeriodRule(period, 1 + day % 7, hour);
            case MONTHLY -> new PeriodRule(period, day, hour);
        };
    }

    /** As often around the 1st and the 31st and around shifts as anywhere. */
    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
        return Arbitraries.oneOf(
                anywhere,
                anywhere.flatMap(PeriodRulePropertyTests::nearAShift),
                anywhere.flatMap(moment -> turnOfMonth(moment)));
    }

    private static Arbitrary<Instant> nearAShift(Instant moment) {
        return Arbitraries.of("Australia/Lord_Howe", "Europe/Berlin", "America/New_York", "Pacific/Chatham")
                .map(zone -> ZoneId.of(zone).getRules().nextTransition(moment).getInstant())
                .flatMap(shift -> Arbitraries.longs().between(-7_200, 7_200).map(shift::plusSeconds));
    }

    private static Arbitrary<Instant> turnOfMonth(Instant moment) {
        Instant turn = YearMonth.from(moment.atZone(ZoneId.of("UTC")))
                .atDay(1)
                .atStartOfDay(ZoneId.of("UTC"))
                .toInstant();
        return Arbitraries.longs().between(-200_000, 200_000).map(turn::plusSeconds);
    }

    @Property(tries = 5_000)
    void everyMomentIsInOnePeriodAndPeriodsFollowEachOther(
            @ForAll("rules") PeriodRule rule, @ForAll("zones") ZoneId zone, @ForAll("moments") Instant moment) {
        TimeWindow window = rule.window(moment, zone);

        assertThat(window.contains(moment)).isTrue();
        assertThat(rule.window(window.from(), zone)).isEqualTo(window);
        assertThat(rule.window(window.to().minusNanos(1), zone)).isEqualTo(window);
        assertThat(rule.window(window.to(), zone).from()).isEqualTo(window.to());
        assertThat(rule.before(window, zone).to()).isEqualTo(window.from());
    }

    @Property(tries = 2_000)
    void monthsBeginOnTheirDayOrTheLastOne(
            @ForAll("zones") ZoneId zone, @ForAll("rules") PeriodRule any, @ForAll("moments") Instant moment) {
        PeriodRule rule = new PeriodRule(QuotaPeriod.MONTHLY, 1 + (any.resetDay() + any.resetHour()) % 31, 12);

        ZonedDateTime start = rule.window(moment, zone).from().atZone(zone);

        LocalDate day = start.toLocalDate();
        assertThat(day.getDayOfMonth()).isEqualTo(Math.min(rule.resetDay(), day.lengthOfMonth()));
        assertThat(start.getHour()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 31, 0, Europe/Berlin, 2027-02-28T12:00:00Z, 2027-02-27T23:00:00Z, 2027-03-30T22:00:00Z",
        "MONTHLY, 31, 0, UTC, 2028-02-28T23:59:59Z, 2028-01-31T00:00:00Z, 2028-02-29T00:00:00Z",
        "MONTHLY, 5, 6, UTC, 2027-03-05T05:59:59Z, 2027-02-05T06:00:00Z, 2027-03-05T06:00:00Z",
        "WEEKLY, 3, 9, UTC, 2026-11-25T08:59:59Z, 2026-11-18T09:00:00Z, 2026-11-25T09:00:00Z",
        "DAILY, 1, 0, Europe/Berlin, 2027-03-28T12:00:00Z, 2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
        "DAILY, 1, 2, Europe/Berlin, 2027-03-28T12:00:00Z, 2027-03-28T01:00:00Z, 2027-03-29T00:00:00Z",
        "DAILY, 1, 2, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-26T01:00:00Z",
        "HOURLY, 1, 0, Asia/Kolkata, 2027-03-28T12:00:00Z, 2027-03-28T11:30:00Z, 2027-03-28T12:30:00Z"
    })
    void followsTheCalendar(
            QuotaPeriod period, int day, int hour, ZoneId zone, Instant moment, Instant from, Instant to) {
        assertThat(new PeriodRule(period, day, hour).window(moment, zone)).isEqualTo(new TimeWindow(from, to));
    }
}
