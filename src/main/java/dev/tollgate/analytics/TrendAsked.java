package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of a trend.
 *
 * @param granularity their width; null: inferred from the range
 * @param zone the zone whose calendar they follow; null: the organization's
 */
public record TrendAsked(
        @Nullable Granularity granularity, @Nullable ZoneId zone) {

    /** The range's inferred granularity in the organization's zone. */
    public static final TrendAsked INFERRED = new TrendAsked(null, null);

    /** The zone whose calendar the buckets follow. */
    ZoneId zoneOr(ZoneId organizations) {
        return zone == null ? organizations : zone;
    }
}
