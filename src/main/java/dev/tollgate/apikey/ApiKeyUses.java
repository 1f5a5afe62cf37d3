package dev.tollgate.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * When keys were last used. A use is noted in memory, and written with others some seconds later, for each key at most once a
 * minute; what a node that dies has not written is lost.
 */
@Component
class ApiKeyUses {

    private static final Logger log = LoggerFactory.getLogger(ApiKeyUses.class);
    private static final Duration SPACING = Duration.ofMinutes(1);

    private final TenantTransactions transactions;
    private final Clock clock;
    private final Map<ApiKeyId, Use> pending = new ConcurrentHashMap<>();
    private final Cache<ApiKeyId, Instant> written =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(SPACING).build();

    ApiKeyUses(TenantTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Use(OrganizationId organization, Instant at) {}

    /** Notes that the key is used now. */
    void note(OrganizationId organization, ApiKeyId key, Instant now) {
        if (written.getIfPresent(key) == null) {
            pending.putIfAbsent(key, new Use(organization, now));
        }
    }

    /** The last uses of these keys; one that was never used is left out. */
    Map<ApiKeyId, Instant> last(OrganizationId organization, Collection<ApiKeyId> keys) {
        return transactions.read(organization, sql -> new ApiKeyUseTable(sql, organization).last(keys));
    }

    /** Writes what was noted. While the database is away it stays noted. */
    @Scheduled(fixedDelay = 5_000)
    void write() {
        Map<OrganizationId, Map<ApiKeyId, Instant>> due = new HashMap<>();
        pending.forEach((key, use) ->
                due.computeIfAbsent(use.organization(), _ -> new HashMap<>()).put(key, use.at()));
        due.forEach(this::write);
    }

    private void write(OrganizationId organization, Map<ApiKeyId, Instant> uses) {
        try {
            Instant spaced = clock.instant().minus(SPACING);
            transactions.write(organization, sql -> {
                new ApiKeyUseTable(sql, organization).store(uses, spaced);
                return uses;
            });
            uses.forEach(written::put);
            uses.keySet().forEach(pending::remove);
        } catch (DataAccessException | TransactionException failure) {
            log.debug("The last uses of keys are written later: {}", failure.getMessage());
        }
    }
}
