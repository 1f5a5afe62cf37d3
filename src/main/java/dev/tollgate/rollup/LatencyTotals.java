package dev.tollgate.rollup;

/**
 * Latencies added up, one sample an event, in milliseconds. With a count of 0 the other numbers mean nothing.
 *
 * @param count events that reported a latency
 * @param sumMs their sum
 * @param minMs the shortest; {@link Integer#MAX_VALUE} with no sample
 * @param maxMs the longest; {@link Integer#MIN_VALUE} with no sample
 */
public record LatencyTotals(long count, long sumMs, int minMs, int maxMs) {

    /** No sample: the neutral element. */
    public static final LatencyTotals NONE = new LatencyTotals(0, 0, Integer.MAX_VALUE, Integer.MIN_VALUE);

    /** A single sample. */
    public static LatencyTotals of(int milliseconds) {
        return new LatencyTotals(1, milliseconds, milliseconds, milliseconds);
    }

    /** Both together. */
    public LatencyTotals plus(LatencyTotals other) {
        return new LatencyTotals(
                count + other.count, sumMs + other.sumMs, Math.min(minMs, other.minMs), Math.max(maxMs, other.maxMs));
    }
}
