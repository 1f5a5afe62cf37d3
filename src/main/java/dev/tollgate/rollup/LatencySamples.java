package dev.tollgate.rollup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Latencies on their way into a sketch. They stay as they came while they are few, since a sketch costs more than they do. Not
 * safe for several threads.
 */
final class LatencySamples {

    private static final int FEW = 256;

    private int[] few = {};
    private int count;
    private @Nullable LatencySketch many;

    void add(int milliseconds) {
        if (many == null && count == FEW) {
            many = sketched();
        }
        if (many == null) {
            keep(milliseconds);
        } else {
            many.add(milliseconds);
        }
    }

    private void keep(int milliseconds) {
        if (count == few.length) {
            few = Arrays.copyOf(few, Math.max(4, 2 * count));
        }
        few[count++] = milliseconds;
    }

    void addAll(LatencySamples others) {
        if (others.many == null) {
            for (int i = 0; i < others.count; i++) {
                add(others.few[i]);
            }
        } else {
            many = sketched();
            many.merge(others.many);
        }
    }

    boolean isEmpty() {
        return many == null && count == 0;
    }

    /** A sketch of them, which is not to be changed; null when there are none. */
    @Nullable
    LatencySketch sketch() {
        return isEmpty() ? null : sketched();
    }

    /** What is to be stored in place of a sketch that holds some already; null when that may stay as it is. */
    byte @Nullable [] addedTo(byte @Nullable [] stored) {
        if (isEmpty()) {
            return null;
        }
        LatencySketch all = new LatencySketch();
        if (stored != null) {
            all.merge(stored);
        }
        addTo(all);
        return all.toBytes();
    }

    private LatencySketch sketched() {
        if (many != null) {
            return many;
        }
        LatencySketch sketch = new LatencySketch();
        addTo(sketch);
        return sketch;
    }

    private void addTo(LatencySketch sketch) {
        if (many == null) {
            for (int i = 0; i < count; i++) {
                sketch.add(few[i]);
            }
        } else {
            sketch.merge(many);
        }
    }
}
