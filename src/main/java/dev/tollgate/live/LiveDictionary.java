package dev.tollgate.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Attributions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What attributions in the feed are, from memory where possible. */
@Component
class LiveDictionary {

    private final TenantTransactions transactions;
    private final Attributions attributions;
    private final Cache<OrganizationId, Map<AttributionId, Attribution>> known =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    LiveDictionary(TenantTransactions transactions, Attributions attributions) {
        this.transactions = transactions;
        this.attributions = attributions;
    }

    /** A dictionary that has at least these. */
    Map<AttributionId, Attribution> of(OrganizationId organization, Set<AttributionId> needed) {
        Map<AttributionId, Attribution> present = known.get(organization, _ -> Map.of());
        if (present.keySet().containsAll(needed)) {
            return present;
        }
        Map<AttributionId, Attribution> read =
                transactions.read(organization, sql -> attributions.dictionary(sql, organization, needed));
        known.put(organization, read);
        return read;
    }
}
