package dev.tollgate.live;

import java.math.BigDecimal;

/** Sums of usage, as ticks and queries tell them. */
record Told(long requests, long totalTokens, BigDecimal cost) {

    static final Told NOTHING = new Told(0, 0, BigDecimal.ZERO);

    /** What to select of {@code UsageMetrics}. */
    static final String SELECTION = "{ requests totalTokens cost }";

    /** Equal amounts are equal, however they are written. */
    Told {
        cost = cost.stripTrailingZeros();
    }

    Told plus(Told other) {
        return new Told(requests + other.requests, totalTokens + other.totalTokens, cost.add(other.cost));
    }
}
