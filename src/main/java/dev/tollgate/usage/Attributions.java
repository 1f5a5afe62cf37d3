package dev.tollgate.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
     * The ids of combinations, in their order; new ones are added durably, together. Null for one that is new when the
     * organization already has as many combinations as it may have.
     */
    public List<@Nullable AttributionId> idsOf(OrganizationId organization, List<Attribution> attributions) {
        List<@Nullable AttributionId> ids = new ArrayList<>(attributions.size());
        Set<Attribution> unknown = new LinkedHashSet<>();
        for (Attribution attribution : attributions) {
            AttributionId id = this.ids.getIfPresent(new Key(organization, attribution));
            ids.add(id);
            if (id == null) {
                unknown.add(attribution);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Attribution, AttributionId> learned =
                    transactions.write(organization, sql -> findOrAdd(sql, organization, unknown));
            learned.forEach((attribution, id) -> this.ids.put(new Key(organization, attribution), id));
            for (int i = 0; i < ids.size(); i++) {
                ids.set(i, ids.get(i) == null ? learned.get(attributions.get(i)) : ids.get(i));
            }
        }
        return ids;
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

    private Map<Attribution, AttributionId> findOrAdd(
            DSLContext sql, OrganizationId organization, Set<Attribution> attributions) {
        Map<AttributionDigest, Attribution> byDigest = new TreeMap<>();
        attributions.forEach(attribution -> byDigest.put(AttributionDigest.of(attribution), attribution));
        Map<AttributionDigest, AttributionId> found = new HashMap<>(table.find(sql, organization, byDigest.keySet()));
        Map<AttributionDigest, Attribution> missing = new TreeMap<>(byDigest);
        missing.keySet().removeAll(found.keySet());
        if (!missing.isEmpty()) {
            int room = settings.maxAttributions() - table.count(sql, organization);
            missing.keySet()
                    .retainAll(
                            missing.keySet().stream().limit(Math.max(0, room)).collect(Collectors.toSet()));
            table.add(sql, organization, missing);
            found.putAll(table.find(sql, organization, missing.keySet()));
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Objects.requireNonNull(byDigest.get(entry.getKey())), Map.Entry::getValue));
    }
}
