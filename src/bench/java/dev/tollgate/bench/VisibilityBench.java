package dev.tollgate.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How long after its commit an event is in the answer to a query, at a steady 2,000 events/s. */
final class VisibilityBench {

    private static final int BATCH = 50;
    private static final long EVENTS_PER_SECOND = 2_000;

    private static final String REQUESTS =
            "{ organization { usage(range: {last: \"PT1H\"}) { metrics { requests } } } }";

    private final Client client;

    VisibilityBench(Client client) {
        this.client = client;
    }

    /** Looks how far the query is behind what was acknowledged when it was asked: the lag of the latest event seen. */
    Row row(Duration length) {
        awaitQuiet();
        long before = requests();
        AtomicLong sent = new AtomicLong();
        List<long[]> acknowledged = java.util.Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean running = new AtomicBoolean(true);
        List<Double> lags = new ArrayList<>();
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            sender.execute(() -> send(running, sent, acknowledged));
            long end = System.nanoTime() + length.toNanos();
            int seen = 0;
            while (System.nanoTime() < end) {
                long visible = requests() - before;
                long now = System.nanoTime();
                while (seen < acknowledged.size() && acknowledged.get(seen)[0] <= visible) {
                    lags.add((now - acknowledged.get(seen)[1]) / 1e6);
                    seen++;
                }
            }
            running.set(false);
        }
        Latencies latencies = Latencies.of(lags);
        return Row.atMost(
                "commit → visible to a query at 2,000 events/s, p99 seconds",
                latencies.percentile(99) / 1000,
                1,
                "p50 %.0f ms, the asking included".formatted(latencies.median()));
    }

    private void send(AtomicBoolean running, AtomicLong sent, List<long[]> acknowledged) {
        long start = System.nanoTime();
        while (running.get()) {
            long due = start + TimeUnit.SECONDS.toNanos(sent.get()) / EVENTS_PER_SECOND;
            java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
            if (System.nanoTime() >= due) {
                client.record(SampleEvents.batch(BATCH));
                acknowledged.add(new long[] {sent.addAndGet(BATCH), System.nanoTime()});
            }
        }
    }

    private void awaitQuiet() {
        long before = -1;
        long now = requests();
        while (before != now || client.metric("tollgate_rollup_lag_seconds") > 0) {
            before = now;
            now = requests();
        }
    }

    private long requests() {
        return client.query(REQUESTS)
                .at("/data/organization/usage/metrics/requests")
                .asLong();
    }
}
