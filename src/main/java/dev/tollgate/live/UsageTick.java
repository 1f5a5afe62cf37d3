package dev.tollgate.live;

import dev.tollgate.analytics.Freshness;
import dev.tollgate.analytics.UsageMetrics;
import dev.tollgate.analytics.UsageNumbers;
import dev.tollgate.analytics.UsageRow;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.Placed;
import dev.tollgate.graphql.Span;
import dev.tollgate.usage.UsageDimension;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usage committed in a stretch of the feed.
 *
 * @param kind what the tick is
 * @param span the stretch
 * @param window when it was
 * @param numbers the usage
 * @param by the dimension of the rows; null: there are none
 * @param freshness how recent it is
 * @param degraded whether other nodes' usage comes late
 */
public record UsageTick(
        TickKind kind,
        Span span,
        TimeWindow window,
        UsageNumbers numbers,
        @Nullable UsageDimension by,
        Freshness freshness,
        boolean degraded)
        implements Placed {

    private static final int MOST_ROWS = 1_000;

    /** The place after it. */
    public String cursor() {
        return FeedCursor.of(span.through(), window.to());
    }

    /** The number of the last commit in it. */
    public long sequence() {
        return FeedPlace.lastWhole(span.through());
    }

    /** The number of the last commit before it. */
    public long sinceSequence() {
        return FeedPlace.lastWhole(span.after());
    }

    /** When the interval began. */
    public Instant from() {
        return window.from();
    }

    /** When the interval ended. */
    public Instant to() {
        return window.to();
    }

    /** The usage. */
    public UsageMetrics metrics() {
        return numbers.metrics();
    }

    /** The usage by the dimension asked for, most tokens first. */
    public List<UsageRow> rows() {
        return by == null ? List.of() : numbers.rows(by, MOST_ROWS);
    }
}
