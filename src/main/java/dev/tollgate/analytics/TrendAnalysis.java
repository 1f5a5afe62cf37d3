package dev.tollgate.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trend's points say about one metric.
 *
 * @param metric the metric looked at
 * @param direction which way it goes
 * @param changeRate the change from the first point to the last in percent; null from 0, or with fewer than two points
 * @param slope the least squares slope, in units of the metric a bucket
 * @param peak the highest point, the earliest of equals; null when there are none
 * @param trough the lowest point, the earliest of equals; null when there are none
 * @param mean the arithmetic mean
 * @param standardDeviation the population's standard deviation
 */
public record TrendAnalysis(
        UsageMetric metric,
        TrendDirection direction,
        @Nullable Double changeRate,
        double slope,
        @Nullable Extreme peak,
        @Nullable Extreme trough,
        double mean,
        double standardDeviation) {

    /** The highest or lowest point. */
    public record Extreme(Instant at, BigDecimal value) {}

    static TrendAnalysis of(UsageMetric metric, List<TrendPoint> points) {
        List<Extreme> values = points.stream()
                .map(point -> new Extreme(point.at(), metric.of(point.metrics())))
                .toList();
        Series series = new Series(
                values.stream().map(value -> value.value().doubleValue()).toList());
        return new TrendAnalysis(
                metric,
                series.direction(),
                series.changeRate(),
                series.slope(),
                first(values, Comparator.comparing(Extreme::value)),
                first(values, Comparator.comparing(Extreme::value).reversed()),
                series.mean(),
                series.standardDeviation());
    }

    /** The first of the values that no other is above. */
    private static @Nullable Extreme first(List<Extreme> values, Comparator<Extreme> order) {
        return values.stream()
                .reduce((best, value) -> order.compare(value, best) > 0 ? value : best)
                .orElse(null);
    }
}
