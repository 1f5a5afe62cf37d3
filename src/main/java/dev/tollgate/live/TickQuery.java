package dev.tollgate.live;

import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which ticks are asked for.
 *
 * @param filter which calls
 * @param every the length of an interval, 200 ms to a minute in whole tenths of a second
 * @param by the dimension of the rows; null: none
 */
public record TickQuery(
        OrganizationId organization,
        SliceFilter filter,
        Duration every,
        @Nullable UsageDimension by) {

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Rejects intervals, on {@code every}, that are too short, too long or too fine. */
    public TickQuery {
        boolean inRange = every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0;
        if (!inRange || every.toNanos() % 100_000_000 != 0) {
            throw ProblemException.badInput("every", "An interval is PT0.2S to PT1M, in whole tenths of a second.");
        }
    }

    /** Whether users must be told apart. */
    boolean needsUsers() {
        return by == UsageDimension.USER || filter.mentionsUser();
    }
}
