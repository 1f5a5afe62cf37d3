package dev.tollgate.analytics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Attributions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many attributions organizations have, up to a minute ago: enough to estimate with. */
@Component
class AttributionCounts {

    private final LoadingCache<OrganizationId, Integer> counts;

    AttributionCounts(TenantTransactions transactions, Attributions attributions) {
        counts = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(10_000)
                .build(organization -> transactions.read(
                        organization,
                        bound -> attributions.dictionary(bound, organization).size()));
    }

    long of(OrganizationId organization) {
        return counts.get(organization);
    }
}
