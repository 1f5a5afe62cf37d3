package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import java.time.Duration;

/** The stretch of time a slice is asked for. */
public sealed interface RangeAsked {

    /** From so long ago until now. */
    record Last(Duration duration) implements RangeAsked {}

    /** From one point in time up to another. */
    record Between(TimeWindow window) implements RangeAsked {}

    /** A calendar period in the organization's zone. */
    record Calendar(CalendarPeriod period) implements RangeAsked {}
}
