package dev.tollgate.rollup;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The distribution of latencies in milliseconds, as a DDSketch (Masson, Rim and Lee, VLDB 2019): any percentile within 1 % of
 * the true value, and two sketches merge into the one of both. Not safe for several threads.
 */
public final class LatencySketch {

    private static final IndexMapping MAPPING = new LogarithmicMapping(0.01);

    private final DDSketch sketch = new DDSketch(MAPPING, UnboundedSizeDenseStore::new);

    /** Adds a sample in milliseconds, 0 or more. */
    public void add(int milliseconds) {
        sketch.accept(milliseconds);
    }

    /** Adds so many equal samples. */
    public void add(int milliseconds, long count) {
        sketch.accept(milliseconds, (double) count);
    }

    /** Adds all samples of another. */
    public void merge(LatencySketch other) {
        sketch.mergeWith(other.sketch);
    }

    /** Adds all samples of one that was stored. */
    public void merge(byte[] stored) {
        try {
            sketch.decodeAndMergeWith(ByteArrayInput.wrap(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is no sample. */
    public boolean isEmpty() {
        return sketch.isEmpty();
    }

    /** The percentile, 0 to 100, in milliseconds; throws {@link java.util.NoSuchElementException} with no sample. */
    public double percentile(double p) {
        return sketch.getValueAtQuantile(p / 100);
    }

    /** The form to store. */
    public byte[] toBytes() {
        GrowingByteArrayOutput out = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(out, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.trimmedCopy();
    }
}
