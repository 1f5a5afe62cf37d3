package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How many ticks a server delivers for a second of processor time, all subscribers in one organization. */
final class LiveFramesBench {

    /** So many events come in with one request. */
    private static final int BATCH = 50;

    private LiveFramesBench() {}

    /** What was measured of a server. */
    record Delivery(ReceiverCount count, Duration cpu, double seconds) {

        double perCpuSecond() {
            return count.frames() / (cpu.toNanos() / 1e9);
        }

        /** The figures as text. */
        String text() {
            return "%,.0f frames/CPU-s: %,.0f frames/s of %,d bytes, %.2f CPU"
                    .formatted(
                            perCpuSecond(),
                            count.frames() / seconds,
                            count.bytes() / Math.max(1, count.frames()),
                            cpu.toNanos() / 1e9 / seconds);
        }
    }

    /** Identical subscriptions, and such of which no two are alike. */
    record Deliveries(Delivery identical, Delivery different) {

        static List<Row> rows(Deliveries tollgate, Deliveries peer) {
            return List.of(
                    row("identical query", tollgate.identical, peer.identical, 3),
                    row("different filters", tollgate.different, peer.different, 1));
        }

        private static Row row(String what, Delivery tollgate, Delivery peer, double target) {
            return Row.atLeast(
                    "%,d subscribers to one organization, %s: frames delivered a server CPU-second ÷ graphql-yoga's"
                            .formatted(LiveSizes.SUBSCRIBERS, what),
                    tollgate.perCpuSecond() / peer.perCpuSecond(),
                    target,
                    tollgate.text() + " ÷ " + peer.text());
        }
    }

    /** The events come in on one node, the subscribers are on another: both servers learn of usage from Redis. */
    static Deliveries tollgate(Client sender, LiveServer server) {
        try (Pace _ = new Pace(
                (double) LiveSizes.EVENTS_PER_SECOND / BATCH, 4, _ -> sender.record(SampleEvents.batch(BATCH)))) {
            return deliveries(server);
        }
    }

    static Deliveries peer() {
        try (LivePeer peer = new LivePeer();
                PeerDeltas _ = new PeerDeltas(LiveSizes.EVENTS_PER_SECOND)) {
            return deliveries(peer.server());
        }
    }

    private static Deliveries deliveries(LiveServer server) {
        return new Deliveries(delivery(server, _ -> Map.of()), delivery(server, SampleFilters::filter));
    }

    private static Delivery delivery(LiveServer server, IntFunction<Map<String, ?>> filters) {
        List<Subscription> subscriptions = IntStream.range(0, LiveSizes.SUBSCRIBERS)
                .mapToObj(i -> Subscription.ticks(ChildApplication.KEY, filters.apply(i), LiveSizes.EVERY))
                .toList();
        try (Receiver receiver = new Receiver(server.port(), subscriptions)) {
            Waiting.pass(LiveSizes.WARM_UP);
            ReceiverCount count = receiver.count();
            Duration cpu = server.cpu();
            long start = System.nanoTime();
            Waiting.pass(LiveSizes.LENGTH);
            return new Delivery(
                    receiver.count().since(count), server.cpu().minus(cpu), (System.nanoTime() - start) / 1e9);
        }
    }
}
