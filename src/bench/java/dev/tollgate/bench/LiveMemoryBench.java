package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a subscriber costs in memory while nothing happens, on a node that has had subscribers before. */
final class LiveMemoryBench {

    private static final int BEFORE = 100;

    private LiveMemoryBench() {}

    static Row row(BenchPostgres postgres) {
        try (ChildApplication application = ChildApplication.start(ChildApplication.on(postgres.url()), "-Xmx512m")) {
            LiveServer server = LiveServer.of(application);
            try (Receiver receiver = subscribers(server, BEFORE)) {
                receiver.count();
            }
            ProcessMemory without = ProcessMemory.of(server.pid());
            try (Receiver receiver = subscribers(server, LiveSizes.SUBSCRIBERS)) {
                Waiting.pass(LiveSizes.WARM_UP);
                receiver.count();
                return row(without, ProcessMemory.of(server.pid()));
            }
        }
    }

    private static Receiver subscribers(LiveServer server, int count) {
        List<Subscription> subscriptions = IntStream.range(0, count)
                .mapToObj(_ -> Subscription.ticks(ChildApplication.KEY, Map.of(), "PT1S"))
                .toList();
        return new Receiver(server.port(), subscriptions);
    }

    private static Row row(ProcessMemory without, ProcessMemory with) {
        double resident = (with.residentKb() - without.residentKb()) / (double) LiveSizes.SUBSCRIBERS;
        double heap = (with.heapKb() - without.heapKb()) / (double) LiveSizes.SUBSCRIBERS;
        return Row.atMost(
                "memory an idle subscriber, KB",
                Math.max(resident, heap),
                40,
                "resident %.1f KB, heap after a collection %.1f KB; with %,d subscribers %,d MB and %,d MB"
                        .formatted(
                                resident, heap, LiveSizes.SUBSCRIBERS, with.residentKb() / 1024, with.heapKb() / 1024));
    }
}
