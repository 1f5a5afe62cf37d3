package dev.tollgate.repricing.web;

import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.RangeAsked;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of the same name. */
record RepriceInput(TimeRangeInput range) {

    /** The GraphQL input {@code TimeRange}: exactly one of its fields is given. */
    record TimeRangeInput(
            @Nullable Duration last,
            @Nullable DateTimeIntervalInput between,
            @Nullable CalendarPeriod calendar) {

        RangeAsked asked() {
            if (last != null) {
                return new RangeAsked.Last(last);
            }
            return between == null
                    ? new RangeAsked.Calendar(Objects.requireNonNull(calendar))
                    : RangeAsked.between(between.from(), between.to(), "input.range");
        }
    }

    /** The GraphQL input of the same name. */
    record DateTimeIntervalInput(Instant from, Instant to) {}
}
