package dev.tollgate.analytics;

import java.util.List;

/** What metrics are computed from, so that nothing is read that nobody asked for. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum Ingredient {
    /** Calls. */
    REQUESTS("requests"),
    /** Failed calls. */
    ERRORS("errors"),
    /** Input tokens neither read from nor written to the cache. */
    UNCACHED_INPUT("uncached_input_tokens"),
    /** Input tokens read from the cache. */
    CACHE_READ("cache_read_tokens"),
    /** Input tokens written to the cache. */
    CACHE_WRITE("cache_write_tokens"),
    /** Output tokens without reasoning. */
    OUTPUT("output_tokens"),
    /** Output tokens spent on reasoning. */
    REASONING("reasoning_tokens"),
    /** Cost. */
    COST("cost"),
    /** Calls with no known price. */
    UNPRICED("unpriced_requests"),
    /** Count, sum, minimum and maximum of the latencies. */
    LATENCY("latency_count", "latency_sum", "latency_min", "latency_max"),
    /** The distribution of the latencies. */
    LATENCY_SKETCH,
    /** The distinct users. */
    USER_SKETCH,
    /** Which attributions occur. */
    ATTRIBUTIONS;

    private final List<String> columns;

    Ingredient(String... columns) {
        this.columns = List.of(columns);
    }

    /** The columns of a cell that hold it; none for what cells alone do not tell. */
    List<String> columns() {
        return columns;
    }

    /** Whether it is read from sketches. */
    boolean isSketch() {
        return this == LATENCY_SKETCH || this == USER_SKETCH;
    }
}
