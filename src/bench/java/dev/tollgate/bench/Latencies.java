package dev.tollgate.bench;

import java.util.List;

/** Percentiles of durations in milliseconds, sorted. */
record Latencies(List<Double> sorted) {

    static Latencies of(List<Double> milliseconds) {
        return new Latencies(milliseconds.stream().sorted().toList());
    }

    double percentile(double p) {
        return sorted.get((int) Math.round(p / 100 * (sorted.size() - 1)));
    }

    double median() {
        return percentile(50);
    }
}
