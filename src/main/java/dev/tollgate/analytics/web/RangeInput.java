package dev.tollgate.analytics.web;

import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

/** Reads and checks {@code TimeRange} and {@code DateTimeInterval}. */
final class RangeInput {

    private static final int YEARS = 10;
    private static final Duration LONGEST = Duration.ofDays(YEARS * 366L);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private RangeInput() {}

    static RangeAsked range(Arguments input) {
        Duration last = input.value("last", Duration.class);
        if (last != null) {
            return new RangeAsked.Last(duration(last));
        }
        Arguments between = input.object("between");
        if (between != null) {
            return new RangeAsked.Between(interval(between, "range"));
        }
        CalendarPeriod period = input.constant("calendar", CalendarPeriod.class);
        if (period != null) {
            return new RangeAsked.Calendar(period);
        }
        throw ProblemException.badInput("range", "Name one of last, between and calendar.");
    }

    static TimeWindow interval(Arguments input, String field) {
        Instant from = Objects.requireNonNull(input.value("from", Instant.class));
        Instant to = Objects.requireNonNull(input.value("to", Instant.class));
        if (!to.isAfter(from)) {
            throw ProblemException.badInput(field, "A range must end after it begins.");
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw ProblemException.badInput(field, "A range must lie in the years 1970 to 9998.");
        }
        if (from.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant().isBefore(to)) {
            throw ProblemException.badInput(field, "A range can be at most " + YEARS + " years long.");
        }
        return new TimeWindow(from, to);
    }

    private static Duration duration(Duration last) {
        if (last.isNegative() || last.isZero()) {
            throw ProblemException.badInput("range", "A range must be longer than nothing.");
        }
        if (last.compareTo(LONGEST) > 0) {
            throw ProblemException.badInput("range", "A range can be at most " + YEARS + " years long.");
        }
        return last;
    }
}
