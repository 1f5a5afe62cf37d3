package dev.tollgate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The same answers by SQL alone, run as the owner so that row level security costs nothing. */
final class BenchSql {

    private static final int RUNS = 30;

    private static final String LEDGER_SUMS = """
            sum(request_count), sum(request_count) FILTER (WHERE status = 1),
            sum(coalesce(uncached_input_tokens, 0) + coalesce(cache_read_tokens, 0) + coalesce(cache_write_5m_tokens, 0)
                + coalesce(cache_write_1h_tokens, 0)),
            sum(coalesce(output_tokens, 0) + coalesce(reasoning_tokens, 0)), sum(cache_read_tokens), sum(cost)
            """;

    private static final String CELL_SUMS = """
            sum(requests) AS requests, sum(errors) AS errors,
            sum(uncached_input_tokens + cache_read_tokens + cache_write_tokens) AS input,
            sum(output_tokens + reasoning_tokens) AS output, sum(cache_read_tokens) AS cached, sum(cost) AS cost
            """;

    /** Milliseconds: the overview from the ledger, from the cells, and exact percentiles from the ledger. */
    record Times(double ledger, double cells, double exactPercentiles) {}

    private final DSLContext owner;
    private final String from;
    private final String to;

    BenchSql(DSLContext owner, String from, String to) {
        this.owner = owner;
        this.from = from;
        this.to = to;
    }

    void analyze() {
        owner.execute("VACUUM ANALYZE");
    }

    Times times(boolean withLedger) {
        return withLedger
                ? new Times(once(overviewOfLedger()), median(overviewOfCells()), once(exactPercentiles()))
                : new Times(0, 0, 0);
    }

    private double once(List<String> statements) {
        long start = System.nanoTime();
        statements.forEach(owner::fetch);
        return (System.nanoTime() - start) / 1e6;
    }

    private double median(List<String> statements) {
        List<Double> milliseconds = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            milliseconds.add(once(statements));
        }
        return Latencies.of(milliseconds).median();
    }

    private List<String> overviewOfLedger() {
        List<String> statements = new ArrayList<>();
        statements.add("SELECT " + LEDGER_SUMS + " FROM usage_event WHERE " + range("occurred_at"));
        statements.add("SELECT date_trunc('day', occurred_at, 'UTC'), " + LEDGER_SUMS + " FROM usage_event WHERE "
                + range("occurred_at") + " GROUP BY 1");
        Stream.of("model", "feature", "team", "environment")
                .map(dimension -> "SELECT " + dimension + ", " + LEDGER_SUMS
                        + " FROM usage_event JOIN attribution USING (organization_id, attribution_id) WHERE "
                        + range("occurred_at") + " GROUP BY 1 ORDER BY 2 DESC LIMIT 10")
                .forEach(statements::add);
        statements.add("SELECT user_id, " + LEDGER_SUMS + " FROM usage_event WHERE " + range("occurred_at")
                + " GROUP BY 1 ORDER BY 2 DESC LIMIT 10");
        return statements;
    }

    /** Cells are grouped by attribution first, and the few groups joined to the dictionary: the fastest form known. */
    private List<String> overviewOfCells() {
        return List.of(
                "SELECT bucket, " + CELL_SUMS + " FROM usage_cell_day WHERE attribution_id = 0 AND " + range("bucket")
                        + " GROUP BY bucket",
                "SELECT model, feature, team, environment, sum(requests), sum(errors), sum(input), sum(output), sum(cached),"
                        + " sum(cost) FROM (SELECT organization_id, attribution_id, " + CELL_SUMS
                        + " FROM usage_cell_day WHERE attribution_id <> 0 AND " + range("bucket")
                        + " GROUP BY 1, 2) AS cell JOIN attribution USING (organization_id, attribution_id)"
                        + " GROUP BY GROUPING SETS ((model), (feature), (team), (environment))",
                "SELECT * FROM (SELECT user_id, " + CELL_SUMS
                        + " FROM usage_user_cell_day WHERE attribution_id = 0 AND " + range("bucket")
                        + " GROUP BY user_id) AS u ORDER BY input + output DESC LIMIT 10");
    }

    private List<String> exactPercentiles() {
        String exact =
                "percentile_cont(array[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY latency_ms), count(DISTINCT user_id)";
        return List.of(
                "SELECT " + exact + " FROM usage_event WHERE " + range("occurred_at"),
                "SELECT model, " + exact
                        + " FROM usage_event JOIN attribution USING (organization_id, attribution_id) WHERE "
                        + range("occurred_at") + " GROUP BY model");
    }

    private String range(String column) {
        return "organization_id = (SELECT organization_id FROM organization LIMIT 1) AND " + column + " >= '" + from
                + "' AND " + column + " < '" + to + "'";
    }
}
