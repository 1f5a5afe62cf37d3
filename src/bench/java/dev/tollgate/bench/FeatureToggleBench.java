package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How long after a feature's switch was asked for, another node's decisions over HTTP are the new ones. */
final class FeatureToggleBench {

    private static final int WARM_UP = 100;
    private static final int TOGGLES = 300;
    /** Asking without a pause would measure how two nodes and the asking share the processor. */
    private static final long PAUSE_NANOS = 2_000_000;

    private static final String SET =
            "mutation { setFeature(input: {name: \"bench\", state: %s}) { feature { version } } }";
    private static final String DECIDE = "{ featureDecision(feature: \"bench\") { enabled } }";

    private FeatureToggleBench() {}

    static Row row(ChildApplication one, ChildApplication other) {
        List<Double> milliseconds = new ArrayList<>();
        try (Client writer = new Client(one);
                Client reader = new Client(other)) {
            for (int i = 0; i < WARM_UP + TOGGLES; i++) {
                double taken = toggle(writer, reader, i % 2 == 0);
                if (i >= WARM_UP) {
                    milliseconds.add(taken);
                }
            }
        }
        Latencies latencies = Latencies.of(milliseconds);
        return Row.atMost(
                "feature switched → decided so on a second node, p99 ms",
                latencies.percentile(99),
                200,
                "p50 %.1f ms, mutation and question over HTTP included, %d switches"
                        .formatted(latencies.median(), TOGGLES));
    }

    private static double toggle(Client writer, Client reader, boolean on) {
        long start = System.nanoTime();
        writer.query(SET.formatted(on ? "ON" : "OFF"));
        while (reader.query(DECIDE).at("/data/featureDecision/enabled").asBoolean() != on) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
