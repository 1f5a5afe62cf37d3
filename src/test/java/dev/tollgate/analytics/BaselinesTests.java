package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Baselines baselines = new Baselines(ZONE);

    @ParameterizedTest
    @CsvSource({
        // the 31st becomes the last day of a shorter month
        "MONTH_AGO,   2026-03-31T00:00, 2026-04-01T00:00, 2026-02-28T00:00, 2026-03-01T00:00",
        "MONTH_AGO,   2024-03-31T00:00, 2024-04-01T00:00, 2024-02-29T00:00, 2024-03-01T00:00",
        "MONTH_AGO,   2026-03-01T00:00, 2026-04-01T00:00, 2026-02-01T00:00, 2026-03-01T00:00",
        // days that fall together do not leave an empty period
        "MONTH_AGO,   2026-03-30T00:00, 2026-03-31T00:00, 2026-02-28T00:00, 2026-03-01T00:00",
        "QUARTER_AGO, 2026-05-31T00:00, 2026-06-01T00:00, 2026-02-28T00:00, 2026-03-01T00:00",
        "YEAR_AGO,    2024-02-29T00:00, 2024-03-01T00:00, 2023-02-28T00:00, 2023-03-01T00:00",
        // as many days, one of them of 23 hours
        "PREVIOUS_PERIOD, 2026-03-30T00:00, 2026-04-01T00:00, 2026-03-28T00:00, 2026-03-30T00:00",
        // not by days: the same length
        "PREVIOUS_PERIOD, 2026-05-10T10:00, 2026-05-10T14:00, 2026-05-10T06:00, 2026-05-10T10:00"
    })
    void followTheCalendar(ComparisonBaseline to, String from, String until, String baseFrom, String baseUntil) {
        TimeWindow current = window(from, until);

        assertThat(baselines.of(new RangeAsked.Between(current), current, new BaselineAsked(to, null)))
                .isEqualTo(window(baseFrom, baseUntil));
    }

    @ParameterizedTest
    @CsvSource({
        "TODAY,        2026-05-10T00:00, 2026-05-10T15:30, 2026-05-09T00:00, 2026-05-09T15:30",
        "YESTERDAY,    2026-03-30T00:00, 2026-03-31T00:00, 2026-03-29T00:00, 2026-03-30T00:00",
        "THIS_MONTH,   2026-03-01T00:00, 2026-03-10T15:30, 2026-02-01T00:00, 2026-02-10T15:30",
        // the month before was over by then
        "THIS_MONTH,   2026-03-01T00:00, 2026-03-31T15:30, 2026-02-01T00:00, 2026-03-01T00:00",
        "LAST_MONTH,   2026-03-01T00:00, 2026-04-01T00:00, 2026-02-01T00:00, 2026-03-01T00:00",
        "LAST_WEEK,    2026-03-30T00:00, 2026-04-06T00:00, 2026-03-23T00:00, 2026-03-30T00:00",
        "THIS_QUARTER, 2026-04-01T00:00, 2026-04-02T08:00, 2026-01-01T00:00, 2026-01-02T08:00",
        "LAST_YEAR,    2025-01-01T00:00, 2026-01-01T00:00, 2024-01-01T00:00, 2025-01-01T00:00"
    })
    void ofCalendarPeriodsAreTheOnesBefore(
            CalendarPeriod period, String from, String until, String baseFrom, String baseUntil) {
        assertThat(baselines.of(
                        new RangeAsked.Calendar(period),
                        window(from, until),
                        new BaselineAsked(ComparisonBaseline.PREVIOUS_PERIOD, null)))
                .isEqualTo(window(baseFrom, baseUntil));
    }

    @ParameterizedTest
    @CsvSource("2026-03-29T12:00, 2026-03-30T12:00, 2026-03-28T11:00, 2026-03-29T12:00")
    void ofTheLastHoursAreAsManyBefore(String from, String until, String baseFrom, String baseUntil) {
        assertThat(baselines.of(
                        new RangeAsked.Last(Duration.ofHours(24)),
                        window(from, until),
                        new BaselineAsked(ComparisonBaseline.PREVIOUS_PERIOD, null)))
                .isEqualTo(new TimeWindow(
                        window(from, until).from().minus(Duration.ofHours(24)),
                        window(baseFrom, baseUntil).to()));
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(
                LocalDateTime.parse(from).atZone(ZONE).toInstant(),
                LocalDateTime.parse(to).atZone(ZONE).toInstant());
    }
}
