package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.util.ArrayList;
import java.util.List;

/** How long after a feature's switch was asked for, another node's decisions over HTTP are the new ones. */
final class FeatureToggleBench {

    private static final int WARM_UP = 100;
    private static final int TOGGLES = 300;

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
            Thread.onSpinWait();
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
