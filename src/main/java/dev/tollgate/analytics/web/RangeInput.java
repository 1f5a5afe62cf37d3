package dev.tollgate.analytics.web;

import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Reads and checks {@code TimeRange} and {@code DateTimeInterval}. */
final class RangeInput {

    private RangeInput() {}

    static RangeAsked range(Arguments input) {
        Duration last = input.value("last", Duration.class);
        if (last != null) {
            return new RangeAsked.Last(last);
        }
        Arguments between = input.object("between");
        if (between != null) {
            return RangeAsked.between(instant(between, "from"), instant(between, "to"), "range");
        }
        CalendarPeriod period = input.constant("calendar", CalendarPeriod.class);
        if (period != null) {
            return new RangeAsked.Calendar(period);
        }
        throw ProblemException.badInput("range", "Name one of last, between and calendar.");
    }

    static TimeWindow interval(Arguments input, String field) {
        return RangeAsked.between(instant(input, "from"), instant(input, "to"), field)
                .window();
    }

    private static Instant instant(Arguments input, String name) {
        return Objects.requireNonNull(input.value(name, Instant.class));
    }
}
