package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarPeriodTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    @Test
    void comesBeforeTheRunningOneOfItsLength() {
        assertThat(CalendarPeriod.TODAY.before()).contains(CalendarPeriod.YESTERDAY);
        assertThat(CalendarPeriod.THIS_QUARTER.before()).contains(CalendarPeriod.LAST_QUARTER);
        assertThat(CalendarPeriod.LAST_MONTH.before()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TODAY, 2026-03-31, 2026-03-31, 2026-04-01, 2026-03-30",
        "YESTERDAY, 2026-03-01, 2026-02-28, 2026-03-01, 2026-02-27",
        "YESTERDAY, 2028-03-01, 2028-02-29, 2028-03-01, 2028-02-28",
        "THIS_WEEK, 2026-11-22, 2026-11-16, 2026-11-23, 2026-11-09",
        "LAST_WEEK, 2026-11-23, 2026-11-16, 2026-11-23, 2026-11-09",
        "THIS_WEEK, 2026-01-01, 2025-12-29, 2026-01-05, 2025-12-22",
        "THIS_MONTH, 2026-03-31, 2026-03-01, 2026-04-01, 2026-02-01",
        "LAST_MONTH, 2026-03-31, 2026-02-01, 2026-03-01, 2026-01-01",
        "THIS_QUARTER, 2026-06-30, 2026-04-01, 2026-07-01, 2026-01-01",
        "LAST_QUARTER, 2026-01-31, 2025-10-01, 2026-01-01, 2025-07-01",
        "THIS_YEAR, 2026-12-31, 2026-01-01, 2027-01-01, 2025-01-01",
        "LAST_YEAR, 2026-01-01, 2025-01-01, 2026-01-01, 2024-01-01",
    })
    void beginsWithItsFirstDay(
            CalendarPeriod period, LocalDate today, LocalDate start, LocalDate next, LocalDate previous) {
        assertThat(period.start(today)).isEqualTo(start);
        assertThat(period.next(start)).isEqualTo(next);
        assertThat(period.previous(start)).isEqualTo(previous);
    }

    @ParameterizedTest
    @CsvSource({
        "YESTERDAY, 2026-03-30T10:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "YESTERDAY, 2026-10-26T10:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "TODAY, 2026-11-22T23:30:15Z, 2026-11-22T23:00:00Z, 2026-11-22T23:31:00Z",
        "LAST_MONTH, 2026-04-01T00:00:00Z, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
    })
    void hasDaysOf23And25HoursWhereTheClocksShift(CalendarPeriod period, Instant now, Instant from, Instant to) {
        assertThat(new Ranges(BERLIN, now).resolve(new RangeAsked.Calendar(period)))
                .isEqualTo(new TimeWindow(from, to));
    }

    @Test
    void endsWithTheRunningMinuteWhenItGoesBackFromNow() {
        Instant now = Instant.parse("2026-11-22T12:00:30Z");

        assertThat(new Ranges(KATHMANDU, now).resolve(new RangeAsked.Last(Duration.ofHours(24))))
                .isEqualTo(
                        new TimeWindow(Instant.parse("2026-11-21T12:01:00Z"), Instant.parse("2026-11-22T12:01:00Z")));
    }

    @Test
    void isWidenedToWholeMinutes() {
        RangeAsked asked = RangeAsked.between(
                Instant.parse("2026-11-22T12:00:30Z"), Instant.parse("2026-11-22T12:05:00.001Z"), "range");

        assertThat(new Ranges(KATHMANDU, Instant.EPOCH).resolve(asked))
                .isEqualTo(
                        new TimeWindow(Instant.parse("2026-11-22T12:00:00Z"), Instant.parse("2026-11-22T12:06:00Z")));
    }

    @Test
    void isNoLongerThanItWasMeantForBeingWidened() {
        RangeAsked asked = RangeAsked.between(
                Instant.parse("2026-11-22T06:00:30Z"), Instant.parse("2026-11-22T12:00:30Z"), "range");

        assertThat(new Ranges(KATHMANDU, Instant.EPOCH).exact(asked).length()).isEqualTo(Duration.ofHours(6));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T00:00:00Z, 2026-01-02T00:00:00Z, A range must end after it begins.",
        "2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z, A range must end after it begins.",
        "1969-12-31T00:00:00Z, 1970-01-02T00:00:00Z, A range must lie in the years 1970 to 9998.",
        "2015-01-01T00:00:00Z, 2025-01-01T00:00:01Z, A range can be at most 10 years long.",
    })
    void isRefusedWhenItMakesNoSense(Instant from, Instant to, String message) {
        assertThatThrownBy(() -> RangeAsked.between(from, to, "range.between"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem).hasMessage(message);
                    assertThat(problem.field()).isEqualTo("range.between");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, A range must be longer than nothing.",
        "PT-1H, A range must be longer than nothing.",
        "P3661D, A range can be at most 10 years long."
    })
    void isRefusedWhenItGoesBackNotAtAllOrTooFar(Duration duration, String message) {
        assertThatThrownBy(() -> new RangeAsked.Last(duration)).hasMessage(message);
    }
}
