package dev.tollgate.quota.web;

import dev.tollgate.quota.QuotaLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The GraphQL type {@code QuotaLimits}. */
record LimitsView(
        @Nullable Long totalTokens,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long requests,
        @Nullable BigDecimal cost) {

    static LimitsView of(QuotaLimits limits) {
        return new LimitsView(
                limits.totalTokens(), limits.inputTokens(), limits.outputTokens(), limits.requests(), limits.usd());
    }
}
