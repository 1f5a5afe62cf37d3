package dev.tollgate.quota.web;

import dev.tollgate.quota.QuotaLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The GraphQL input {@code QuotaLimitsInput}. */
record LimitsInput(
        @Nullable Long totalTokens,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long requests,
        @Nullable BigDecimal cost) {

    QuotaLimits toLimits() {
        return new QuotaLimits(
                totalTokens,
                inputTokens,
                outputTokens,
                requests,
                cost == null ? null : Dollars.of("limits.cost", cost));
    }
}
