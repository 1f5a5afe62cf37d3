package dev.tollgate.quota.web;

import dev.tollgate.quota.QuotaRate;
import org.jspecify.annotations.Nullable;

/** The GraphQL input {@code QuotaRateInput}; empty, it is no rate. */
record RateInput(
        @Nullable Integer perSecond,
        @Nullable Integer perMinute,
        @Nullable Integer burst) {

    QuotaRate toRate() {
        return new QuotaRate(perSecond, perMinute, burst);
    }
}
