package dev.tollgate.bench;

import dev.tollgate.bench.LiveFramesBench.Deliveries;
import dev.tollgate.bench.LiveFramesBench.Delivery;
import dev.tollgate.testing.ChildApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How soon, how cheaply and at whose expense usage is seen as it happens. */
final class LiveBench {

    private static final String HEAP = "-Xmx512m";

    private LiveBench() {}

    /** All of it. */
    static List<Row> run() {
        List<Row> rows = new ArrayList<>(latency());
        rows.addAll(frames());
        rows.addAll(ingest());
        rows.addAll(memory());
        return rows;
    }

    /** Two nodes on one database and Redis: where usage is recorded, and where it is watched. */
    static List<Row> latency() {
        // Each commit's time is kept, so that the way to a subscriber can be measured from it.
        try (BenchPostgres postgres = new BenchPostgres(Map.of("track_commit_timestamp", "on"));
                ChildApplication recording = node(postgres);
                ChildApplication watching = node(postgres)) {
            return LiveLatencyBench.run(postgres, recording, LiveServer.of(watching));
        }
    }

    /** As {@link #latency}, and then the peer. */
    static List<Row> frames() {
        Deliveries tollgate;
        try (BenchPostgres postgres = new BenchPostgres();
                ChildApplication recording = node(postgres);
                ChildApplication watching = node(postgres);
                Client client = new Client(recording)) {
            tollgate = LiveFramesBench.tollgate(client, LiveServer.of(watching));
        }
        return Deliveries.rows(tollgate, LiveFramesBench.peer());
    }

    /** One node for both. */
    static List<Row> ingest() {
        try (BenchPostgres postgres = new BenchPostgres();
                ChildApplication node = node(postgres);
                Client client = new Client(node)) {
            return List.of(LiveIngestBench.row(client, LiveServer.of(node)));
        }
    }

    static List<Row> memory() {
        try (BenchPostgres postgres = new BenchPostgres()) {
            return List.of(LiveMemoryBench.row(postgres));
        }
    }

    /** The peer alone. */
    static List<Row> peer() {
        Deliveries peer = LiveFramesBench.peer();
        return List.of(row("identical query", peer.identical()), row("different filters", peer.different()));
    }

    private static Row row(String what, Delivery delivery) {
        return Row.reported(
                "graphql-yoga, %,d subscribers, %s".formatted(LiveSizes.SUBSCRIBERS, what), delivery.text());
    }

    private static ChildApplication node(BenchPostgres postgres) {
        return ChildApplication.start(ChildApplication.on(postgres.url()), HEAP);
    }
}
