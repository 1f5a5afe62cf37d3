package dev.tollgate.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tollgate.core.OrganizationId;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Every organization's own prices, in memory. A change made through this node is seen at once; one made through another node is
 * seen within seconds, by reading again in the background while the old prices go on to serve.
 */
@Component
class OwnPrices {

    private static final Duration REFRESH = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final OwnPriceTable table;
    private final Catalog catalog;
    private final LoadingCache<OrganizationId, OrganizationPrices> lists;

    OwnPrices(OwnPriceTable table, Catalog catalog) {
        this.table = table;
        this.catalog = catalog;
        // A list that nobody asked for in a while is dropped, for its first reader would get it as old as it is.
        this.lists = Caffeine.newBuilder()
                .maximumSize(10_000)
                .refreshAfterWrite(REFRESH)
                .expireAfterAccess(IDLE)
                .build(this::read);
    }

    OrganizationPrices of(OrganizationId organization) {
        return lists.get(organization);
    }

    /** The prices as the database has them now. Meanwhile others go on with those in memory, and no older read replaces these. */
    OrganizationPrices fresh(OrganizationId organization) {
        return Objects.requireNonNull(lists.asMap().compute(organization, (key, old) -> read(key)));
    }

    private OrganizationPrices read(OrganizationId organization) {
        return new OrganizationPrices(table.all(organization), catalog);
    }
}
