package dev.tollgate.analytics;

import java.time.Duration;
import java.time.Instant;

/**
 * How recent numbers are.
 *
 * @param committedThrough every event committed before this moment is counted
 * @param now when the question was asked, never before {@code committedThrough}
 */
public record Freshness(Instant committedThrough, Instant now) {

    /** How far that is behind the question, in milliseconds. */
    public long lagMs() {
        return Duration.between(committedThrough, now).toMillis();
    }
}
