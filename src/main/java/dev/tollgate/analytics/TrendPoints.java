package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells groups of a slice over time. */
record TrendPoints(SliceData data, TrendBuckets buckets, Instant now) {

    /**
     * A group told over time.
     *
     * @param buckets the buckets
     * @param points one for each, those without usage too
     */
    record Told(TrendBuckets buckets, List<TrendPoint> points) {}

    Told of(FactGroup group) {
        Division<Instant> division = group.divide(Shape.BUCKET, key -> buckets.bucketOf(key.bucket()));
        return new Told(
                buckets,
                buckets.starts().stream()
                        .map(start -> new TrendPoint(
                                start, new UsageMetrics(division.part(start), data.dictionary(), passed(start))))
                        .toList());
    }

    /** The part of a bucket that is in the range and has passed. */
    private Duration passed(Instant start) {
        TimeWindow bucket = buckets.window(start);
        TimeWindow range = data.range().window();
        Instant from = later(bucket.from(), range.from());
        Instant to = earlier(earlier(bucket.to(), range.to()), now);
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
