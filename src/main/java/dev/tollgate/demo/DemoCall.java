package dev.tollgate.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of the demo: the trace's tokens, and all the rest assigned. Input includes what was read from and written to the cache,
 * output includes reasoning. A failed call has an error code and no tokens.
 */
record DemoCall(
        int index,
        Instant occurredAt,
        DemoFeature feature,
        DemoModel model,
        String user,
        String environment,
        String region,
        @Nullable String errorCode,
        DemoTokens tokens,
        @Nullable Integer latencyMs,
        @Nullable Integer firstTokenMs) {

    String id() {
        return id(index);
    }

    /** Names the event, the same at every attempt to load the demo. */
    static String id(int index) {
        return "demo-%06d".formatted(index);
    }
}
