package dev.tollgate.quota.web;

import dev.tollgate.quota.QuotaOverride;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The GraphQL type {@code QuotaOverride}. */
record OverrideView(
        LimitsView limits, Instant expiresAt, @Nullable String reason) {

    static @Nullable OverrideView of(@Nullable QuotaOverride override) {
        return override == null
                ? null
                : new OverrideView(LimitsView.of(override.limits()), override.expiresAt(), override.reason());
    }
}
