package dev.tollgate.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords since the last right one. From the fifth on each locks the account, for 30 seconds at first, then twice as long
 * each time, up to 15 minutes.
 *
 * @param count how many
 * @param lockedUntil no sign-in before this time; null when not locked
 */
record SignInFailures(int count, @Nullable Instant lockedUntil) {

    static final SignInFailures NONE = new SignInFailures(0, null);

    private static final int FREE = 4;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 5;

    boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** How long the lock still holds; zero when it does not. */
    Duration remaining(Instant now) {
        return lockedUntil == null || !now.isBefore(lockedUntil) ? Duration.ZERO : Duration.between(now, lockedUntil);
    }

    SignInFailures oneMore(Instant now) {
        int next = Math.addExact(count, 1);
        return new SignInFailures(next, next <= FREE ? null : now.plus(lock(next - FREE - 1)));
    }

    private static Duration lock(int doublings) {
        Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
    }
}
