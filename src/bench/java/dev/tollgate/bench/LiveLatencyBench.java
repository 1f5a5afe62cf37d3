package dev.tollgate.bench;

import dev.tollgate.bench.LiveOrganizations.Tenant;
import dev.tollgate.testing.ChildApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * How long after its commit an event is at a subscriber who wants a tick every 200 ms. The database says when each numbered
 * commit was, the receiver when the tick arrived whose numbers include it.
 */
final class LiveLatencyBench {

    /** So many events come in with one request: two requests a second of each organization. */
    private static final int BATCH = 10;
    /** Of each organization. */
    private static final int ATTRIBUTIONS = 100;

    private static final int WARM_UP_BATCHES = 20;

    private static final String COMMITS = """
            SELECT organization_id, sequence, (extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000000)::bigint
              FROM usage_batch
            """;

    private record Commit(UUID organization, long sequence) {}

    private final BenchPostgres postgres;
    private final List<Tenant> tenants;

    private LiveLatencyBench(BenchPostgres postgres, List<Tenant> tenants) {
        this.postgres = postgres;
        this.tenants = tenants;
    }

    static List<Row> run(BenchPostgres postgres, ChildApplication recording, LiveServer server) {
        List<Tenant> tenants = LiveOrganizations.create(postgres.sql(), LiveSizes.ORGANIZATIONS);
        return new LiveLatencyBench(postgres, tenants).rows(recording, server);
    }

    private List<Row> rows(ChildApplication recording, LiveServer server) {
        List<Client> clients = tenants.stream()
                .map(tenant -> new Client(recording, tenant.key()))
                .toList();
        clients.forEach(LiveLatencyBench::warmUp);
        double batches = (double) LiveSizes.EVENTS_PER_SECOND / BATCH;
        try (Receiver receiver = new Receiver(server.port(), subscriptions());
                Pace pace = new Pace(
                        batches,
                        16,
                        number -> clients.get((int) (number % clients.size()))
                                .record(SampleEvents.batch(BATCH, ATTRIBUTIONS)))) {
            long start = System.nanoTime();
            List<TickLog.Entry> ticks = ticks(receiver);
            double recorded = pace.done() * BATCH / ((System.nanoTime() - start) / 1e9);
            return rows(ticks, recorded);
        } finally {
            clients.forEach(Client::close);
        }
    }

    /** Organizations that have been there for a while: their attributions are known, and the code that takes events is compiled. */
    private static void warmUp(Client client) {
        for (int i = 0; i < WARM_UP_BATCHES; i++) {
            client.record(SampleEvents.batch(ATTRIBUTIONS, ATTRIBUTIONS));
        }
    }

    private List<Subscription> subscriptions() {
        return IntStream.range(0, LiveSizes.SUBSCRIBERS / 2)
                .mapToObj(i -> Subscription.ticks(tenantOf(i).key(), Map.of(), "PT0.2S"))
                .toList();
    }

    private static List<TickLog.Entry> ticks(Receiver receiver) {
        try {
            Path log = Files.createTempFile(Path.of("target", "children"), "ticks", ".log");
            Waiting.pass(LiveSizes.LATENCY_WARM_UP);
            receiver.log(log);
            Waiting.pass(LiveSizes.LENGTH);
            receiver.endLog();
            receiver.count();
            return TickLog.read(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tenant tenantOf(int subscriber) {
        return tenants.get(subscriber % tenants.size());
    }

    private List<Row> rows(List<TickLog.Entry> ticks, double recorded) {
        Map<Commit, Long> commits = commits();
        List<Double> latencies = new ArrayList<>();
        List<Double> beyond = new ArrayList<>();
        for (TickLog.Entry tick : ticks) {
            UUID organization = tenantOf(tick.subscriber()).id();
            beyond.add((tick.atMicros() - tick.toMicros()) / 1e3);
            for (long sequence = tick.since() + 1; sequence <= tick.sequence(); sequence++) {
                long committed = Objects.requireNonNull(commits.get(new Commit(organization, sequence)));
                latencies.add((tick.atMicros() - committed) / 1e3);
            }
        }
        return rows(Latencies.of(latencies), Latencies.of(beyond), recorded);
    }

    private static List<Row> rows(Latencies latencies, Latencies beyond, double recorded) {
        return List.of(
                Row.atMost(
                        "commit → tick at the subscriber, every 200 ms, %,d subscribers over %d organizations, p99 ms"
                                .formatted(LiveSizes.SUBSCRIBERS / 2, LiveSizes.ORGANIZATIONS),
                        latencies.percentile(99),
                        500,
                        "p50 %.0f ms, %,.0f events/s in, %,d arrivals of commits"
                                .formatted(
                                        latencies.median(),
                                        recorded,
                                        latencies.sorted().size())),
                Row.atMost(
                        "of which after the interval's end, p99 ms",
                        beyond.percentile(99),
                        250,
                        "p50 %.0f ms, %,d ticks"
                                .formatted(beyond.median(), beyond.sorted().size())));
    }

    /** When each commit was, in microseconds. */
    private Map<Commit, Long> commits() {
        Map<Commit, Long> commits = new HashMap<>();
        postgres.sql()
                .fetch(COMMITS)
                .forEach(row -> commits.put(
                        new Commit(row.get(0, UUID.class), row.get(1, Long.class)), row.get(2, Long.class)));
        return commits;
    }
}
