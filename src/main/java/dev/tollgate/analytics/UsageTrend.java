package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import java.util.List;

/** The numbers over time: one point a bucket, oldest first, none left out. */
public final class UsageTrend {

    private final TrendPoints.Told told;
    private final UsageMetric metric;

    UsageTrend(TrendPoints.Told told, UsageMetric metric) {
        this.told = told;
        this.metric = metric;
    }

    /** The width of the buckets. */
    public Granularity granularity() {
        return told.buckets().granularity();
    }

    /** The IANA name of the zone whose calendar the buckets follow. */
    public String timeZone() {
        return told.buckets().zone().getId();
    }

    /** One point a bucket. */
    public List<TrendPoint> points() {
        return told.points();
    }

    /** What the points say about the metric. */
    public TrendAnalysis analysis() {
        return TrendAnalysis.of(metric, told.points());
    }
}
