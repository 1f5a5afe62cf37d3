package dev.tollgate.analytics;

import java.util.List;

/** The numbers of one value of a dimension. */
public record UsageRow(DimensionKey key, UsageMetrics metrics) {

    /** The rows of a breakdown by one dimension. */
    static List<UsageRow> of(UsageBreakdown breakdown) {
        return breakdown.rows().nodes().stream()
                .map(row -> new UsageRow(row.keys().getFirst(), row.metrics()))
                .toList();
    }
}
