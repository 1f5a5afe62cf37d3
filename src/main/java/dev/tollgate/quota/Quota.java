package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of what may be used in a period.
 *
 * @param organization whose it is
 * @param id its id
 * @param name its name shown to people
 * @param scope what it holds for
 * @param limits its own limits
 * @param rule when its periods begin
 * @param mode what it does about calls
 * @param warningPercent the use at which its status is WARNING
 * @param criticalPercent the use at which its status is CRITICAL
 * @param failOpen whether calls go on while the counters cannot be reached
 * @param rate how fast calls may come
 * @param override limits in place of its own, which may have expired; null for none
 * @param version grows by one with each change
 * @param createdAt when it was made
 */
public record Quota(
        OrganizationId organization,
        QuotaId id,
        String name,
        QuotaScope scope,
        QuotaLimits limits,
        PeriodRule rule,
        EnforcementMode mode,
        int warningPercent,
        int criticalPercent,
        boolean failOpen,
        QuotaRate rate,
        @Nullable QuotaOverride override,
        int version,
        Instant createdAt) {

    /** The limits that hold at a moment. */
    public QuotaLimits limitsAt(Instant moment) {
        return override != null && moment.isBefore(override.expiresAt()) ? override.limits() : limits;
    }

    /** The status at a use in percent. */
    QuotaStatus status(double percent) {
        if (percent >= 100) {
            return QuotaStatus.EXCEEDED;
        }
        if (percent >= criticalPercent) {
            return QuotaStatus.CRITICAL;
        }
        return percent >= warningPercent ? QuotaStatus.WARNING : QuotaStatus.OK;
    }

    /** The next version with another override. */
    Quota overridden(@Nullable QuotaOverride other) {
        return new Quota(
                organization,
                id,
                name,
                scope,
                limits,
                rule,
                mode,
                warningPercent,
                criticalPercent,
                failOpen,
                rate,
                other,
                version + 1,
                createdAt);
    }
}
