package dev.tollgate.bench;

import java.time.Duration;

/** How large the live benchmarks are; each is a system property. */
final class LiveSizes {

    /** How long each load is measured. */
    static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bench.live.seconds", 10));
    /** How long it lasts before, so that what is compiled later than at the start is compiled. */
    static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.live.warmup", 8));
    /** The same where single latencies are measured, which the compilers disturb for longer. */
    static final Duration LATENCY_WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.live.latency.warmup", 40));
    /** Subscribers of one organization; half as many where the benchmark says 1,000. */
    static final int SUBSCRIBERS = Integer.getInteger("bench.live.subscribers", 2_000);

    static final int ORGANIZATIONS = Integer.getInteger("bench.live.organizations", 50);
    static final int EVENTS_PER_SECOND = Integer.getInteger("bench.live.rate", 1_000);
    /** The interval where frames are counted: long enough that neither server is at its end. */
    static final String EVERY = System.getProperty("bench.live.every", "PT0.5S");

    private LiveSizes() {}
}
