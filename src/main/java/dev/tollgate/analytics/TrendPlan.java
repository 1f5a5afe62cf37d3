package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the trends of a slice are told.
 *
 * @param granularities the width of each trend's buckets
 * @param widest the widest cells that fit into all of them
 * @param byMinute whether one of them is by minute
 */
record TrendPlan(Map<TrendAsked, Granularity> granularities, Source widest, boolean byMinute) {

    /** No trends. */
    static final TrendPlan NONE = new TrendPlan(Map.of(), Source.DAY, false);

    /**
     * The plan for a range as asked for, before snapping. An inferred width becomes coarser when so fine numbers are kept no
     * longer; BAD_USER_INPUT on {@code granularity} when they were asked for by name.
     */
    static TrendPlan of(Set<TrendAsked> trends, TimeWindow asked, Granularity inferred, ZoneId zone, Kept kept) {
        Map<TrendAsked, Granularity> granularities = new HashMap<>();
        Source widest = Source.DAY;
        for (TrendAsked trend : trends) {
            TrendBuckets buckets = choose(trend, asked, inferred, zone, kept);
            Source cells = buckets.widestCells(zone);
            widest = finer(widest, cells);
            granularities.put(trend, buckets.granularity());
        }
        return new TrendPlan(granularities, widest, granularities.containsValue(Granularity.MINUTE));
    }

    /** The buckets of one of the trends over a window. */
    TrendBuckets buckets(TrendAsked trend, TimeWindow window, ZoneId organizationZone) {
        Granularity granularity =
                Objects.requireNonNull(granularities.get(trend), "the trend was not asked for beforehand");
        return TrendBuckets.of(granularity, trend.zoneOr(organizationZone), window);
    }

    private static Source finer(Source one, Source other) {
        return Comparator.<Source>naturalOrder().compare(one, other) > 0 ? one : other;
    }

    private static TrendBuckets choose(
            TrendAsked trend, TimeWindow asked, Granularity inferred, ZoneId zone, Kept kept) {
        ZoneId trendZone = trend.zoneOr(zone);
        Granularity named = trend.granularity();
        Granularity granularity = named == null ? inferred : named;
        TrendBuckets buckets = TrendBuckets.of(granularity, trendZone, asked);
        while (!isKept(buckets, asked, zone, kept)) {
            if (named != null || granularity.compareTo(Granularity.DAY) >= 0) {
                throw ProblemException.badInput("granularity", "Numbers so fine are not kept for so long.");
            }
            granularity = granularity == Granularity.MINUTE ? Granularity.HOUR : Granularity.DAY;
            buckets = TrendBuckets.of(granularity, trendZone, asked);
        }
        return buckets;
    }

    private static boolean isKept(TrendBuckets buckets, TimeWindow asked, ZoneId zone, Kept kept) {
        Source cells = buckets.widestCells(zone);
        return !asked.from().isBefore(kept.from(cells)) || !asked.from().isBefore(kept.events());
    }
}
