package dev.tollgate.analytics;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The numbers of one combination of values. */
public final class UsageBreakdownRow {

    private final SliceData data;
    private final FactGroup group;
    private final BreakdownAsked asked;
    private final Function<TrendAsked, TrendPoints> trends;
    private final UsageMetrics metrics;
    private final RowPlace place;

    UsageBreakdownRow(
            SliceData data,
            FactGroup group,
            RowKey key,
            BreakdownAsked asked,
            Function<TrendAsked, TrendPoints> trends) {
        this.data = data;
        this.group = group;
        this.asked = asked;
        this.trends = trends;
        this.metrics = data.metrics(group);
        this.place = new RowPlace(asked.orderBy().of(metrics), key);
    }

    RowPlace place() {
        return place;
    }

    /** The values, in the order of the dimensions asked for. */
    public List<DimensionKey> keys() {
        return asked.divider().keys(place.key());
    }

    /** The numbers. */
    public UsageMetrics metrics() {
        return metrics;
    }

    /** The row's part of the whole slice in percent, of the metric ordered by where that adds up, else of calls. */
    public double share() {
        return Share.of(asked.orderBy(), metrics, data.metrics());
    }

    /** Which way the metric goes that the rows are ordered by; null when there are fewer than two buckets. */
    public @Nullable TrendDirection direction() {
        TrendPoints.Told told = trends.apply(TrendAsked.INFERRED).of(group);
        return told.points().size() < 2
                ? null
                : TrendAnalysis.of(asked.orderBy(), told.points()).direction();
    }

    /** The row divided further, in the order of the rows. */
    public UsageBreakdown breakdown(Divider divider, int first) {
        return new UsageBreakdown(data, group, asked.within(divider, first), trends);
    }
}
