package dev.tollgate.quota;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a quota's periods are. */
public enum QuotaPeriod {
    /** Hours of the organization's clock. */
    HOURLY,
    /** Days. */
    DAILY,
    /** Weeks. */
    WEEKLY,
    /** Months. */
    MONTHLY,
    /** The last hour at any time. */
    ROLLING_HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
    /** The last 24 hours at any time. */
    ROLLING_DAY(Duration.ofDays(1), Duration.ofMinutes(30)),
    /** The last 7 times 24 hours at any time. */
    ROLLING_7_DAYS(Duration.ofDays(7), Duration.ofHours(3)),
    /** The last 30 times 24 hours at any time. */
    ROLLING_30_DAYS(Duration.ofDays(30), Duration.ofHours(12));

    private final @Nullable Duration length;
    private final @Nullable Duration step;

    QuotaPeriod() {
        this.length = null;
        this.step = null;
    }

    QuotaPeriod(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    /** Whether it is a window that moves with time, and so never over. */
    public boolean isRolling() {
        return rolling().isPresent();
    }

    /** The window that moves with time; empty for the periods of the calendar. */
    Optional<RollingWindow> rolling() {
        return length == null || step == null ? Optional.empty() : Optional.of(new RollingWindow(length, step));
    }
}
