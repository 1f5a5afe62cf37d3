package dev.tollgate.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The dictionary of attributions. Rows are only ever added, so that what is cached stays true. Safe from any thread.
 */
@Component
public class Attributions {

    private record Key(OrganizationId organization, Attribution attribution) {}

    private final AttributionTable table;
    private final TenantTransactions transactions;
    private final UsageSettings settings;
    private final Cache<Key, AttributionId> ids =
            Caffeine.newBuilder().maximumSize(200_000).build();
    private final Cache<OrganizationId, Map<AttributionId, Attribution>> dictionaries =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

    Attributions(AttributionTable table, TenantTransactions transactions, UsageSettings settings) {
        this.table = table;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * The id of a combination, added durably when it is new; empty when the organization already has as many combinations as
     * it may have.
     */
    public Optional<AttributionId> idOf(OrganizationId organization, Attribution attribution) {
        Key key = new Key(organization, attribution);
        AttributionId cached = ids.getIfPresent(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<AttributionId> id = transactions.write(organization, sql -> findOrAdd(sql, organization, attribution));
        id.ifPresent(found -> ids.put(key, found));
        return id;
    }

    /**
     * What the ids stand for, in a view that later additions do not change. At least the ids asked for are in it; the others
     * are those known to this node.
     */
    public Map<AttributionId, Attribution> dictionary(
            DSLContext bound, OrganizationId organization, Collection<AttributionId> needed) {
        Map<AttributionId, Attribution> known = dictionaries.get(organization, missing -> Map.of());
        if (known.keySet().containsAll(needed)) {
            return known;
        }
        return reload(bound, organization);
    }

    /** What all ids stand for that the caller's snapshot may hold. */
    public Map<AttributionId, Attribution> dictionary(DSLContext bound, OrganizationId organization) {
        Map<AttributionId, Attribution> known = dictionaries.get(organization, missing -> Map.of());
        return table.count(bound, organization) <= known.size() ? known : reload(bound, organization);
    }

    /** Ids become visible in the order of commits, not of numbers, so that asking only for larger ones would miss some. */
    private Map<AttributionId, Attribution> reload(DSLContext bound, OrganizationId organization) {
        Map<AttributionId, Attribution> all =
                Collections.unmodifiableMap(new HashMap<>(table.all(bound, organization)));
        dictionaries.put(organization, all);
        return all;
    }

    private Optional<AttributionId> findOrAdd(DSLContext sql, OrganizationId organization, Attribution attribution) {
        byte[] digest = AttributionDigest.of(attribution);
        AttributionId present = table.find(sql, organization, digest);
        if (present == null && table.count(sql, organization) < settings.maxAttributions()) {
            table.add(sql, organization, digest, attribution);
            present = table.find(sql, organization, digest);
        }
        return Optional.ofNullable(present);
    }
}
