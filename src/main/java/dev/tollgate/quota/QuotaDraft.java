package dev.tollgate.quota;

/**
 * What a new quota should be, as it was sent.
 *
 * @param scope the scope, its value as it was sent
 */
public record QuotaDraft(
        String name,
        QuotaScope scope,
        QuotaLimits limits,
        PeriodRule rule,
        EnforcementMode mode,
        int warningPercent,
        int criticalPercent,
        boolean failOpen,
        QuotaRate rate) {}
