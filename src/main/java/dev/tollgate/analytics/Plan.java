package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import java.util.List;

/**
 * How a stretch of time is read: its segments follow one another without gap or overlap.
 *
 * @param window the stretch after snapping
 * @param segments the segments in the order of time
 */
record Plan(TimeWindow window, List<Segment> segments) {

    /** What is read, coarsest first, the ledger last. */
    List<Source> sources() {
        return segments.stream().map(Segment::source).distinct().sorted().toList();
    }
}
