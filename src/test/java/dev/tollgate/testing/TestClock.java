package dev.tollgate.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The application's clock in tests: runs with the system's until it is set. Whoever sets it must {@link #reset} it. */
public final class TestClock extends Clock {

    private static final Clock SYSTEM = Clock.systemUTC();

    private volatile @Nullable Instant fixed;

    /** Stops the clock at a moment. */
    public void set(Instant moment) {
        fixed = moment;
    }

    /** Stops the clock, if it runs, and moves it. */
    public void advance(Duration step) {
        fixed = instant().plus(step);
    }

    /** Lets the clock run with the system's again. */
    public void reset() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        Instant moment = fixed;
        return moment == null ? SYSTEM.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The moment that it is now, told in another zone; it does not follow this clock. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
