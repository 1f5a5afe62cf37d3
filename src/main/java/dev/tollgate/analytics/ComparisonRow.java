package dev.tollgate.analytics;

import java.util.List;

/**
 * One combination of values in two periods.
 *
 * @param keys the values, in the order of the dimensions asked for
 * @param current the numbers in the slice's period
 * @param baseline the numbers in the other period
 * @param change the change of the metric asked for
 */
public record ComparisonRow(List<DimensionKey> keys, UsageMetrics current, UsageMetrics baseline, MetricChange change) {

    boolean isNew() {
        return baseline.requests() == 0 && current.requests() > 0;
    }

    boolean isGone() {
        return current.requests() == 0 && baseline.requests() > 0;
    }
}
