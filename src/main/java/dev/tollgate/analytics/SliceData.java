package dev.tollgate.analytics;

import java.time.Duration;

/**
 * What was read of one period.
 *
 * @param range the period, and where the numbers came from
 * @param whole all facts
 * @param dictionary what the attributions in them are
 * @param length how much of the period has passed
 * @param cellsRead how many cells were read
 */
record SliceData(ResolvedRange range, FactGroup whole, Dictionary dictionary, Duration length, long cellsRead) {

    /** The numbers of a part of the period that spans all of it. */
    UsageMetrics metrics(FactGroup group) {
        return new UsageMetrics(group, dictionary, length);
    }

    UsageMetrics metrics() {
        return metrics(whole);
    }
}
