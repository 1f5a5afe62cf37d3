package dev.tollgate.live;

import dev.tollgate.analytics.MemorySlice;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import java.util.List;
import java.util.Map;

/**
 * What was committed in a stretch of the feed, added up.
 *
 * @param since the number of the last commit before it
 * @param through the number of the last commit in it
 * @param window when it was
 * @param parts its usage by attribution, and by user where that was asked for
 * @param dictionary what the attributions are
 */
record Interval(
        long since, long through, TimeWindow window, List<Part> parts, Map<AttributionId, Attribution> dictionary) {

    /**
     * A part of it.
     *
     * @param number the attribution's number among those that whoever adds up has seen, from 0
     */
    record Part(int number, MemorySlice.Part usage) {}
}
