package dev.tollgate.analytics;

import java.time.Duration;

/**
 * What was read of one period.
 *
 * @param range the period, and where the numbers came from
 * @param whole all facts
 * @param dictionary what the attributions in them are
 * @param length how much of the period has passed
 * @param metrics the numbers of all facts, added up once for whoever asks
 * @param cellsRead how many cells were read
 */
record SliceData(
        ResolvedRange range,
        FactGroup whole,
        Dictionary dictionary,
        Duration length,
        UsageMetrics metrics,
        long cellsRead) {

    static SliceData of(ResolvedRange range, FactGroup whole, Dictionary dictionary, Duration length, long cellsRead) {
        return new SliceData(range, whole, dictionary, length, new UsageMetrics(whole, dictionary, length), cellsRead);
    }

    /** The numbers of a part of the period that spans all of it. */
    UsageMetrics metrics(FactGroup group) {
        return new UsageMetrics(group, dictionary, length);
    }
}
