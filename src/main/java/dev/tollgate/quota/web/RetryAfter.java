package dev.tollgate.quota.web;

import java.time.Duration;

/** When to try again, in whole seconds, at least one. */
final class RetryAfter {

    static final long SOON = 1;

    private RetryAfter() {}

    static long seconds(Duration wait) {
        return Math.max(SOON, wait.plusMillis(999).toSeconds());
    }
}
