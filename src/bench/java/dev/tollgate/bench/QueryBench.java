package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** How fast an overview is answered, against the same answers from the ledger and from hand-written SQL. */
final class QueryBench {

    private static final int EVENTS = Integer.getInteger("bench.events", 3_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int RUNS = 30;

    private static final String OVERVIEW = """
            { organization { usage(range: {between: {from: "%s", to: "%s"}}) {
                metrics { ...sums }
                comparison { requests: change(metric: REQUESTS) { percent } cost: change(metric: COST) { percent } }
                tokens: trend(granularity: DAY) { points { at metrics { totalTokens } } }
                cost: trend(granularity: DAY, metric: COST) { points { at metrics { cost } } }
                byModel: breakdown(by: [MODEL]) { ...rows }
                byFeature: breakdown(by: [FEATURE]) { ...rows }
                byTeam: breakdown(by: [TEAM]) { ...rows }
                byEnvironment: breakdown(by: [ENVIRONMENT]) { ...rows }
                topUsers { user metrics { totalTokens cost } }
            } } }
            fragment sums on UsageMetrics { requests errors inputTokens outputTokens totalTokens cachedInputTokens cost }
            fragment rows on UsageBreakdown { rows { nodes { keys { value } metrics { ...sums } share } } other { requests } }
            """;

    private static final String PERCENTILES = """
            { organization { usage(range: {between: {from: "%s", to: "%s"}}) {
                metrics { requests activeUsers latency { p50Ms p95Ms p99Ms } }
                breakdown(by: [MODEL]) { rows { nodes { keys { value } metrics { activeUsers latency { p50Ms p95Ms p99Ms } } } } }
            } } }
            """;

    private record Measured(double overview, double percentiles, BenchSql.Times sql) {}

    private final String to = Instant.now().truncatedTo(ChronoUnit.DAYS).toString();
    private final String from = Instant.parse(to).minus(30, ChronoUnit.DAYS).toString();

    private QueryBench() {}

    static List<Row> run() {
        try (BenchPostgres postgres = new BenchPostgres()) {
            QueryBench bench = new QueryBench();
            Measured small = bench.measure(postgres, "small", EVENTS / 10, false);
            Measured large = bench.measure(postgres, "large", EVENTS, true);
            return rows(small, large);
        }
    }

    private static List<Row> rows(Measured small, Measured large) {
        String size = "%,d events".formatted(EVENTS);
        return List.of(
                Row.atLeast(
                        "GROUP BY over the ledger ÷ overview request, " + size,
                        large.sql().ledger() / large.overview(),
                        100,
                        "%.0f ms ÷ %.1f ms".formatted(large.sql().ledger(), large.overview())),
                Row.atMost(
                        "overview request, all of it over HTTP ÷ hand-written SQL over the same cells",
                        large.overview() / large.sql().cells(),
                        1.5,
                        "%.1f ms ÷ %.1f ms"
                                .formatted(large.overview(), large.sql().cells())),
                Row.atLeast(
                        "percentile_cont and count(distinct) over the ledger ÷ the same from sketches",
                        large.sql().exactPercentiles() / large.percentiles(),
                        20,
                        "%.0f ms ÷ %.0f ms".formatted(large.sql().exactPercentiles(), large.percentiles())),
                Row.atMost(
                        "overview request, " + size + " ÷ a tenth of them",
                        large.overview() / small.overview(),
                        1.3,
                        "%.1f ms ÷ %.1f ms".formatted(large.overview(), small.overview())));
    }

    private Measured measure(BenchPostgres postgres, String database, int events, boolean withLedger) {
        postgres.create(database);
        // The first start migrates and makes the organization; the second builds the cells and then answers.
        ChildApplication.start(ChildApplication.on(postgres.url(database))).close();
        DSLContext owner = postgres.sql(database);
        SampleLedger.fill(owner, events);
        try (ChildApplication application = ChildApplication.start(
                        ChildApplication.on(postgres.url(database)),
                        List.of("-Xmx1g"),
                        List.of("--rebuild=default"),
                        PATIENCE);
                Client client = new Client(application)) {
            BenchSql sql = new BenchSql(owner, from, to);
            sql.analyze();
            double overview = median(client, OVERVIEW.formatted(from, to));
            double percentiles = median(client, PERCENTILES.formatted(from, to));
            return new Measured(overview, percentiles, sql.times(withLedger));
        }
    }

    private static double median(Client client, String query) {
        List<Double> milliseconds = new ArrayList<>();
        for (int run = 0; run < 2 * RUNS; run++) {
            long start = System.nanoTime();
            client.query(query);
            if (run >= RUNS) {
                milliseconds.add((System.nanoTime() - start) / 1e6);
            }
        }
        return Latencies.of(milliseconds).median();
    }
}
