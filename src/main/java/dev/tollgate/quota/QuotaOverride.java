package dev.tollgate.quota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Limits that stand in place of a quota's own for a while.
 *
 * @param limits all of them: what is not limited here is not limited
 * @param expiresAt when the quota's own hold again
 * @param reason why; null when nobody said
 */
public record QuotaOverride(
        QuotaLimits limits, Instant expiresAt, @Nullable String reason) {}
