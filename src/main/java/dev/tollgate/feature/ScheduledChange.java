package dev.tollgate.feature;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that will be so from a time on.
 *
 * @param at the time, in whole milliseconds
 * @param availability who may use the feature from then on
 */
public record ScheduledChange(Instant at, Availability availability) {

    /** Drops what is finer than a millisecond. */
    public ScheduledChange {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
