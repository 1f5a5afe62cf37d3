package dev.tollgate.quota;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.organization.Organizations;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The quotas of organizations that are active on this node, in memory. A change is heard of by Redis at once; one whose message was
 * lost is seen within seconds, by looking at the revision in the background.
 */
@Component
class QuotaBooks implements AutoCloseable {

    private static final String TOPIC = "tollgate:quotas";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final RedisTopics topics;
    private final RedisTopics.Listening listening;
    private final LoadingCache<OrganizationId, QuotaBook> books;

    QuotaBooks(TenantTransactions transactions, Organizations organizations, RedisTopics topics) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.topics = topics;
        this.books = Caffeine.newBuilder()
                .maximumSize(10_000)
                .refreshAfterWrite(LOOK)
                .expireAfterAccess(IDLE)
                .build(new Reader());
        this.listening =
                topics.listen(TOPIC, message -> heard(OrganizationId.of(new String(message, StandardCharsets.UTF_8))));
    }

    QuotaBook of(OrganizationId organization) {
        return books.get(organization);
    }

    /** The quotas as the database has them now. */
    QuotaBook fresh(OrganizationId organization) {
        books.invalidate(organization);
        return of(organization);
    }

    /** Lets every node know that there are other quotas now. */
    void changed(OrganizationId organization) {
        books.invalidate(organization);
        topics.publish(TOPIC, organization.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The quotas of organizations that were active here in the last seconds. */
    List<QuotaBook> active() {
        return books.asMap().keySet().stream()
                .map(books.policy()::getIfPresentQuietly)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Does without the database: whoever asks next looks there. */
    private void heard(OrganizationId organization) {
        books.invalidate(organization);
    }

    @Override
    public void close() {
        listening.close();
    }

    private final class Reader implements CacheLoader<OrganizationId, QuotaBook> {

        @Override
        public QuotaBook load(OrganizationId organization) {
            return read(organization, null);
        }

        @Override
        public QuotaBook reload(OrganizationId organization, QuotaBook known) {
            return read(organization, known);
        }

        private QuotaBook read(OrganizationId organization, @Nullable QuotaBook known) {
            ZoneId zone = organizations.get(organization).timeZone();
            return transactions.read(organization, sql -> read(sql, organization, zone, known));
        }

        private QuotaBook read(DSLContext sql, OrganizationId organization, ZoneId zone, @Nullable QuotaBook known) {
            QuotaTable table = new QuotaTable(sql, organization);
            long revision = table.revision();
            if (known != null && known.revision() == revision && known.zone().equals(zone)) {
                return known;
            }
            List<Quota> quotas = revision == 0 ? List.of() : table.all();
            Map<QuotaId, ToldStatus> told = quotas.isEmpty() ? Map.of() : new QuotaStatusTable(sql, organization).all();
            return new QuotaBook(organization, zone, revision, quotas, told);
        }
    }
}
