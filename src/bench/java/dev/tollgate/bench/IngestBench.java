package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/** How fast events become durable, and visible. */
final class IngestBench {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bench.seconds", 15));
    private static final int BATCH = 500;

    /** More than are sent; what is missing is made while the clock runs, on the same cores. */
    private static final int BATCHES_PER_SECOND = 160;

    private static final int SINGLES_PER_SECOND = 20_000;

    private final Client client;
    private final BenchPostgres postgres;

    private IngestBench(Client client, BenchPostgres postgres) {
        this.client = client;
        this.postgres = postgres;
    }

    static List<Row> run() {
        try (BenchPostgres postgres = new BenchPostgres();
                ChildApplication application = ChildApplication.start(ChildApplication.on(postgres.url()), "-Xmx512m");
                Client client = new Client(application)) {
            return new IngestBench(client, postgres).rows();
        }
    }

    private record Load(double perSecond, Latencies latencies) {}

    private List<Row> rows() {
        load(8, LENGTH, () -> SampleEvents.batch(BATCH));
        load(64, LENGTH, () -> SampleEvents.batch(1));
        List<Row> rows = new ArrayList<>();
        Load batched = load(8, LENGTH, prepared(BATCH, BATCHES_PER_SECOND));
        double heap = client.metric("jvm_memory_used_bytes") / 1024 / 1024;
        double copied = copyRowsPerSecond();
        rows.add(Row.atLeast(
                "durable ingest over HTTP, batches of 500, 8 connections ÷ plain COPY into the same table",
                batched.perSecond() / copied,
                0.35,
                "%,.0f events/s ÷ %,.0f rows/s".formatted(batched.perSecond(), copied)));
        rows.addAll(singles());
        rows.add(new VisibilityBench(client).row(LENGTH));
        rows.add(
                Row.atMost("memory under the ingest bench, MB", heap, 512, "heap and metaspace in use, -Xmx512m held"));
        return rows;
    }

    private List<Row> singles() {
        Supplier<byte[]> prepared = prepared(1, SINGLES_PER_SECOND);
        double commits = client.metric("tollgate_ingest_commit_events_count");
        double events = client.metric("tollgate_ingest_commit_events_sum");
        Load load = load(64, LENGTH, prepared);
        commits = client.metric("tollgate_ingest_commit_events_count") - commits;
        events = client.metric("tollgate_ingest_commit_events_sum") - events;
        return List.of(
                Row.reported(
                        "single-event requests, 64 connections",
                        "%,.0f acknowledged/s, p50 %.1f ms, p99 %.1f ms"
                                .formatted(
                                        load.perSecond(),
                                        load.latencies().median(),
                                        load.latencies().percentile(99))),
                Row.atLeast(
                        "events a commit of single-event requests",
                        events / commits,
                        20,
                        "%,.0f commits".formatted(commits)));
    }

    private Load load(int connections, Duration length, Supplier<byte[]> bodies) {
        Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();
        LongAdder accepted = new LongAdder();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        byte[] body = bodies.get();
                        long sent = System.nanoTime();
                        accepted.add(client.record(body));
                        milliseconds.add((System.nanoTime() - sent) / 1e6);
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Load(accepted.sum() / seconds, Latencies.of(List.copyOf(milliseconds)));
    }

    /** Bodies made before the clock starts: so many for each second that it will run. */
    private static Supplier<byte[]> prepared(int size, int perSecond) {
        Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
        for (long left = perSecond * LENGTH.toSeconds(); left > 0; left--) {
            bodies.add(SampleEvents.batch(size));
        }
        return () -> {
            byte[] next = bodies.poll();
            return next == null ? SampleEvents.batch(size) : next;
        };
    }

    /** Copies what was ingested into the table once more, as another organization: the same rows, columns and indexes. */
    private double copyRowsPerSecond() {
        String columns = String.join(
                ", ",
                postgres
                        .sql()
                        .fetchValues(
                                "SELECT column_name::text FROM information_schema.columns WHERE table_name = 'usage_event'"
                                        + " AND column_name <> 'organization_id' ORDER BY ordinal_position")
                        .stream()
                        .map(Object::toString)
                        .toList());
        try {
            Connection connection = postgres.dataSource().getConnection();
            java.io.ByteArrayOutputStream rows = new java.io.ByteArrayOutputStream();
            PGConnection pg = connection.unwrap(PGConnection.class);
            pg.getCopyAPI()
                    .copyOut(
                            "COPY (SELECT '00000000-0000-0000-0000-0000000000c0'::uuid, " + columns
                                    + " FROM usage_event LIMIT 300000) TO STDOUT",
                            rows);
            long start = System.nanoTime();
            long copied = pg.getCopyAPI()
                    .copyIn(
                            "COPY usage_event (organization_id, " + columns + ") FROM STDIN",
                            new java.io.ByteArrayInputStream(rows.toByteArray()));
            return copied / ((System.nanoTime() - start) / 1e9);
        } catch (SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
