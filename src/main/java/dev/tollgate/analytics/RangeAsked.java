package dev.tollgate.analytics;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The stretch of time a slice is asked for: at most ten years. Making one that can't be answered throws BAD_USER_INPUT. */
public sealed interface RangeAsked {

    /** The most years a range may span. */
    int YEARS = 10;

    /** From so long ago until now. */
    record Last(Duration duration) implements RangeAsked {

        /** Rejects a duration that is not positive or too long. */
        public Last {
            if (duration.isNegative() || duration.isZero()) {
                throw ProblemException.badInput("range", "A range must be longer than nothing.");
            }
            if (duration.compareTo(Duration.ofDays(YEARS * 366L)) > 0) {
                throw tooLong("range");
            }
        }
    }

    /** From one point in time up to another. */
    record Between(TimeWindow window) implements RangeAsked {}

    /** The same, not widened where finer cells are kept no longer: the ledger tells what whole cells do not. May read days of events. */
    record Exactly(TimeWindow window) implements RangeAsked {}

    /** A calendar period in the organization's zone. */
    record Calendar(CalendarPeriod period) implements RangeAsked {}

    /** From one point in time up to another, later one; problems name the field. */
    static Between between(Instant from, Instant to, String field) {
        if (!to.isAfter(from)) {
            throw ProblemException.badInput(field, "A range must end after it begins.");
        }
        if (from.isBefore(Instant.EPOCH) || to.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
            throw ProblemException.badInput(field, "A range must lie in the years 1970 to 9998.");
        }
        if (from.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant().isBefore(to)) {
            throw tooLong(field);
        }
        return new Between(new TimeWindow(from, to));
    }

    private static ProblemException tooLong(String field) {
        return ProblemException.badInput(field, "A range can be at most " + YEARS + " years long.");
    }
}
