package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;

/**
 * A stretch of time that is read from one source.
 *
 * @param source the source
 * @param window the stretch; never empty
 */
record Segment(Source source, TimeWindow window) {}
