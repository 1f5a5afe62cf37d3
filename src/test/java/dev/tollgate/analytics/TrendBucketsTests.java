package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendBucketsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T00:00, 2026-05-01T06:00, MINUTE",
        "2026-05-01T00:00, 2026-05-01T06:01, HOUR",
        "2026-05-01T00:00, 2026-05-08T00:00, HOUR",
        // a week with a day of 25 hours is a week
        "2026-10-19T22:00, 2026-10-26T23:00, HOUR",
        // and so are 168 hours with a day of 23
        "2026-03-25T12:00, 2026-04-01T12:00, HOUR",
        "2026-05-01T00:00, 2026-05-08T00:01, DAY",
        "2026-05-01T00:00, 2026-07-30T00:00, DAY",
        "2026-05-01T00:00, 2026-07-30T00:01, WEEK",
        "2025-05-01T00:00, 2026-05-01T00:00, WEEK",
        "2025-05-01T00:00, 2026-05-01T00:01, MONTH"
    })
    void inferTheirWidthFromTheRange(String from, String to, Granularity expected) {
        assertThat(TrendBuckets.inferred(window(from, to), BERLIN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T23:00, 2026-03-29T22:00, HOUR, 23",
        "2026-10-24T22:00, 2026-10-25T23:00, HOUR, 25",
        "2026-03-28T23:00, 2026-03-30T22:00, DAY, 2",
        "2026-03-26T12:00, 2026-04-06T12:00, WEEK, 3",
        "2026-01-31T12:00, 2026-03-01T12:00, MONTH, 3"
    })
    void leaveNoGap(String from, String to, Granularity granularity, int expected) {
        assertThat(TrendBuckets.of(granularity, BERLIN, window(from, to)).starts())
                .hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, DAY, DAY",
        "Europe/Paris, WEEK, DAY",
        "UTC, DAY, HOUR",
        "UTC, HOUR, HOUR",
        "Asia/Kolkata, DAY, MINUTE",
        "Asia/Kolkata, MINUTE, MINUTE"
    })
    void knowTheCellsThatFit(ZoneId zone, Granularity granularity, Source expected) {
        TrendBuckets buckets = TrendBuckets.of(granularity, zone, window("2026-05-01T00:00", "2026-05-02T00:00"));

        assertThat(buckets.widestCells(BERLIN)).isEqualTo(expected);
    }

    @Test
    void areNotTooMany() {
        Instant from = Instant.parse("2026-05-01T00:00:00Z");
        TimeWindow window = new TimeWindow(from, from.plus(Duration.ofMinutes(TrendBuckets.LIMIT + 1)));

        assertThatThrownBy(() -> TrendBuckets.of(Granularity.MINUTE, BERLIN, window))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.field()).isEqualTo("granularity"));
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(Instant.parse(from + ":00Z"), Instant.parse(to + ":00Z"));
    }
}
