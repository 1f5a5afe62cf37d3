package dev.tollgate.analytics;

import dev.tollgate.core.ProblemException;
import dev.tollgate.rollup.LatencySketch;
import dev.tollgate.rollup.LatencyTotals;
import java.util.function.Supplier;

/** How long calls took, over those that reported it. Mean, minimum and maximum are exact, percentiles within 1 percent. */
public final class LatencyMetrics {

    private final LatencyTotals totals;
    private final Supplier<Sketches> sketches;

    LatencyMetrics(LatencyTotals totals, Supplier<Sketches> sketches) {
        this.totals = totals;
        this.sketches = sketches;
    }

    /** The mean in milliseconds. */
    public double averageMs() {
        return (double) totals.sumMs() / totals.count();
    }

    /** The shortest in milliseconds. */
    public long minMs() {
        return totals.minMs();
    }

    /** The longest in milliseconds. */
    public long maxMs() {
        return totals.maxMs();
    }

    /** The median in milliseconds. */
    public double p50Ms() {
        return percentile(50);
    }

    /** The 95th percentile in milliseconds. */
    public double p95Ms() {
        return percentile(95);
    }

    /** The 99th percentile in milliseconds. */
    public double p99Ms() {
        return percentile(99);
    }

    /** Any percentile in milliseconds; BAD_USER_INPUT on {@code p} outside 0 to 100. */
    public double percentileMs(double p) {
        checkPercentile(p);
        return percentile(p);
    }

    /** BAD_USER_INPUT on {@code p} outside 0 to 100. */
    public static void checkPercentile(double p) {
        if (!(p >= 0 && p <= 100)) {
            throw ProblemException.badInput("p", "A percentile is from 0 to 100.");
        }
    }

    /** A sketch's bins are up to 1 percent wide of the mark, beyond the extremes too, which are known exactly. */
    private double percentile(double p) {
        LatencySketch sketch = sketches.get().latency();
        synchronized (sketch) {
            return Math.clamp(sketch.percentile(p), totals.minMs(), totals.maxMs());
        }
    }
}
