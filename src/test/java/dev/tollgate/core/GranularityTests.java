package dev.tollgate.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GranularityTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "MINUTE, UTC, 2026-11-22T04:15:46.680Z, 2026-11-22T04:15:00Z, 2026-11-22T04:16:00Z",
        "HOUR, UTC, 2026-11-22T04:15:46Z, 2026-11-22T04:00:00Z, 2026-11-22T05:00:00Z",
        "HOUR, Asia/Kolkata, 2026-11-22T04:15:00Z, 2026-11-22T03:30:00Z, 2026-11-22T04:30:00Z",
        "HOUR, Asia/Kathmandu, 2026-11-22T04:10:00Z, 2026-11-22T03:15:00Z, 2026-11-22T04:15:00Z",
        "HOUR, Pacific/Chatham, 2026-09-26T14:05:00Z, 2026-09-26T13:15:00Z, 2026-09-26T14:15:00Z",
        "DAY, Europe/Berlin, 2026-11-22T23:30:00Z, 2026-11-22T23:00:00Z, 2026-11-23T23:00:00Z",
        "DAY, America/Sao_Paulo, 2018-11-04T12:00:00Z, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
        "WEEK, UTC, 2026-11-22T04:15:00Z, 2026-11-16T00:00:00Z, 2026-11-23T00:00:00Z",
        "MONTH, America/New_York, 2026-03-31T23:00:00Z, 2026-03-01T05:00:00Z, 2026-04-01T04:00:00Z",
    })
    void bucketsBeginAndEndWithTheCalendarOfTheZone(
            Granularity granularity, ZoneId zone, Instant moment, Instant start, Instant next) {
        assertThat(granularity.floor(moment, zone)).isEqualTo(start);
        assertThat(granularity.next(start, zone)).isEqualTo(next);
        assertThat(granularity.ceiling(moment, zone)).isEqualTo(next);
        assertThat(granularity.ceiling(start, zone)).isEqualTo(start);
    }

    @Test
    void daysOfAClockChangeHave23And25Hours() {
        assertThat(length(Granularity.DAY, Instant.parse("2026-03-28T23:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(length(Granularity.DAY, Instant.parse("2026-10-24T22:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void theHourThatComesTwiceIsTwoBuckets() {
        Instant first = Instant.parse("2026-10-25T00:00:00Z");
        assertThat(Granularity.HOUR.next(first, BERLIN)).isEqualTo(first.plus(Duration.ofHours(1)));
        assertThat(Granularity.HOUR.floor(first.plus(Duration.ofMinutes(90)), BERLIN))
                .isEqualTo(first.plus(Duration.ofHours(1)));
    }

    @Test
    void aShiftOfHalfAnHourLeavesNoGap() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        Instant start = Granularity.DAY.floor(Instant.parse("2026-04-05T00:00:00Z"), lordHowe);
        Instant end = Granularity.DAY.next(start, lordHowe);
        Instant hour = start;
        while (hour.isBefore(end)) {
            Instant next = Granularity.HOUR.next(hour, lordHowe);
            assertThat(next).isAfter(hour);
            assertThat(Granularity.HOUR.floor(next.minusMillis(1), lordHowe)).isEqualTo(hour);
            hour = next;
        }
        assertThat(hour).isEqualTo(end);
    }

    private static Duration length(Granularity granularity, Instant start) {
        return Duration.between(start, granularity.next(start, BERLIN));
    }
}
