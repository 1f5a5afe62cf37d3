package dev.tollgate.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A slice's numbers against those of another period. */
public final class UsageComparison {

    private final SliceData current;
    private final SliceData other;

    UsageComparison(SliceData current, SliceData other) {
        this.current = current;
        this.other = other;
    }

    /** The other period. */
    public ResolvedRange baseline() {
        return other.range();
    }

    /** The other period's numbers. */
    public UsageMetrics baselineMetrics() {
        return other.metrics();
    }

    /** Every metric's change. */
    public List<MetricChange> changes() {
        return Arrays.stream(UsageMetric.values()).map(this::change).toList();
    }

    /** One metric's change. */
    public MetricChange change(UsageMetric metric) {
        return MetricChange.of(metric, current.metrics(), other.metrics());
    }

    /** The change by dimension. Equal rows are ordered by their values, those not attributed last. */
    public List<ComparisonRow> rows(ComparisonSelection selection, Divider divider, UsageMetric metric, int first) {
        Division<RowKey> now = current.whole().divide(divider.shape(), key -> divider.key(key, current.dictionary()));
        Division<RowKey> then = other.whole().divide(divider.shape(), key -> divider.key(key, other.dictionary()));
        SortedSet<RowKey> keys = new TreeSet<>(now.keys());
        keys.addAll(then.keys());
        return keys.stream()
                .map(key ->
                        row(divider.keys(key), current.metrics(now.part(key)), other.metrics(then.part(key)), metric))
                .filter(selection::takes)
                .sorted(selection.largestFirst())
                .limit(first)
                .toList();
    }

    private static ComparisonRow row(
            List<DimensionKey> keys, UsageMetrics current, UsageMetrics baseline, UsageMetric metric) {
        return new ComparisonRow(keys, current, baseline, MetricChange.of(metric, current, baseline));
    }
}
