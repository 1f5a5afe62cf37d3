package dev.tollgate.core;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time.
 *
 * @param from the first moment inside
 * @param to the first moment after; never before {@code from}
 */
public record TimeWindow(Instant from, Instant to) {

    /** Rejects a window that ends before it begins. */
    public TimeWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window must not end before it begins: " + from + " to " + to);
        }
    }

    /** Whether the moment is inside. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whether nothing is inside. */
    public boolean isEmpty() {
        return from.equals(to);
    }
}
