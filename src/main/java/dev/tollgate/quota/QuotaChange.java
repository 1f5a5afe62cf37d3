package dev.tollgate.quota;

import org.jspecify.annotations.Nullable;

/**
 * What should change about a quota; null stays as it is. Scope and period never change, so that what was used stays comparable.
 *
 * @param expectedVersion the version the caller has seen; null: whatever it is
 */
public record QuotaChange(
        @Nullable Integer expectedVersion,
        @Nullable String name,
        @Nullable QuotaLimits limits,
        @Nullable EnforcementMode mode,
        @Nullable Integer warningPercent,
        @Nullable Integer criticalPercent,
        @Nullable Boolean failOpen,
        @Nullable QuotaRate rate) {

    Quota appliedTo(Quota quota) {
        return new Quota(
                quota.organization(),
                quota.id(),
                name == null ? quota.name() : name,
                quota.scope(),
                limits == null ? quota.limits() : limits,
                quota.rule(),
                mode == null ? quota.mode() : mode,
                warningPercent == null ? quota.warningPercent() : warningPercent,
                criticalPercent == null ? quota.criticalPercent() : criticalPercent,
                failOpen == null ? quota.failOpen() : failOpen,
                rate == null ? quota.rate() : rate,
                quota.override(),
                quota.version() + 1,
                quota.createdAt());
    }
}
