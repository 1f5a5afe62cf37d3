/**
 * Quotas: how much of what a part of the organization may use in a period. Owns the tables quota, quota_book and quota_status, and the
 * counters in Redis, which are derived: usage from the ledger, read through {@code analytics}, and what callers reserve and settle
 * through {@link dev.tollgate.quota.QuotaGate}. It meters nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Quotas",
        allowedDependencies = {
            "core",
            "tenancy",
            "organization",
            "access",
            "apikey",
            "audit",
            "graphql",
            "http",
            "redis",
            "usage",
            "rollup",
            "analytics",
            "live"
        })
package dev.tollgate.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
