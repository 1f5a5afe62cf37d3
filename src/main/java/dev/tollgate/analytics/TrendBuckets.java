package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The buckets that a trend parts a stretch of time into. The first and the last may reach beyond it.
 *
 * @param granularity their width
 * @param zone the zone whose calendar they follow
 * @param starts where they begin, oldest first
 */
record TrendBuckets(Granularity granularity, ZoneId zone, List<Instant> starts) {

    static final int LIMIT = 5_000;

    /** The buckets over a window; BAD_USER_INPUT on {@code granularity} when there would be too many. */
    static TrendBuckets of(Granularity granularity, ZoneId zone, TimeWindow window) {
        List<Instant> starts = new ArrayList<>();
        Instant start = granularity.floor(window.from(), zone);
        while (start.isBefore(window.to())) {
            if (starts.size() == LIMIT) {
                throw ProblemException.badInput("granularity", "A trend has at most " + LIMIT + " points.");
            }
            starts.add(start);
            start = granularity.next(start, zone);
        }
        return new TrendBuckets(granularity, zone, List.copyOf(starts));
    }

    /** The width that suits the length of a range. A day is one of the zone's, or 24 hours: neither makes a week longer than 7. */
    static Granularity inferred(TimeWindow range, ZoneId zone) {
        if (range.length().compareTo(Duration.ofHours(6)) <= 0) {
            return Granularity.MINUTE;
        }
        if (isWithin(range, zone, Period.ofDays(7))) {
            return Granularity.HOUR;
        }
        if (isWithin(range, zone, Period.ofDays(90))) {
            return Granularity.DAY;
        }
        return isWithin(range, zone, Period.ofYears(1)) ? Granularity.WEEK : Granularity.MONTH;
    }

    private static boolean isWithin(TimeWindow range, ZoneId zone, Period longest) {
        return Stream.of(zone, ZoneOffset.UTC)
                .map(calendar -> range.from().atZone(calendar).plus(longest).toInstant())
                .anyMatch(end -> !range.to().isAfter(end));
    }

    /** The widest cells of an organization's zone that never lie in two buckets. */
    Source widestCells(ZoneId organizationZone) {
        for (Source source : List.of(Source.DAY, Source.HOUR)) {
            Granularity cell = Planner.width(source);
            if (starts.stream()
                    .allMatch(start -> cell.floor(start, organizationZone).equals(start))) {
                return source;
            }
        }
        return Source.MINUTE;
    }

    /** The beginning of the bucket that a stored bucket lies in. */
    Instant bucketOf(Instant stored) {
        return granularity.floor(stored, zone);
    }

    /** The stretch of a bucket. */
    TimeWindow window(Instant start) {
        return new TimeWindow(start, granularity.next(start, zone));
    }
}
