package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** What subscribers to an organization cost those who record its usage on the same node. */
final class LiveIngestBench {

    private static final int CONNECTIONS = 8;
    private static final int BATCH = 500;

    private LiveIngestBench() {}

    static Row row(Client client, LiveServer server) {
        eventsPerSecond(client, LiveSizes.WARM_UP);
        double before = eventsPerSecond(client, LiveSizes.LENGTH);
        double with;
        List<Subscription> subscriptions = IntStream.range(0, LiveSizes.SUBSCRIBERS / 2)
                .mapToObj(_ -> Subscription.ticks(ChildApplication.KEY, Map.of(), "PT1S"))
                .toList();
        try (Receiver receiver = new Receiver(server.port(), subscriptions)) {
            with = eventsPerSecond(client, LiveSizes.LENGTH);
            receiver.count();
        }
        double after = eventsPerSecond(client, LiveSizes.LENGTH);
        return Row.atLeast(
                "ingest with %,d subscribers to the same organization on the same node, a tick a second ÷ without"
                        .formatted(LiveSizes.SUBSCRIBERS / 2),
                with / ((before + after) / 2),
                0.8,
                "%,.0f events/s ÷ %,.0f before and %,.0f after".formatted(with, before, after));
    }

    private static double eventsPerSecond(Client client, Duration length) {
        LongAdder accepted = new LongAdder();
        long start = System.nanoTime();
        // As fast as it goes: the pace is never reached.
        try (Pace _ = new Pace(1e6, CONNECTIONS, _ -> accepted.add(client.record(SampleEvents.batch(BATCH))))) {
            Waiting.pass(length);
        }
        return accepted.sum() / ((System.nanoTime() - start) / 1e9);
    }
}
