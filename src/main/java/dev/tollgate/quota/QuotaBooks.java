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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The quotas of organizations that are active on this node, in memory. A change is heard of by Redis at once; one whose message was
 * lost is seen within seconds, by looking at the revision in the background.
 */
@Component
class QuotaBooks implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QuotaBooks.class);
    private static final String TOPIC = "tollgate:quotas";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final RedisTopics topics;
    private final RedisTopics.Listening listening;
    private final QuotaWorkers workers;
    private final Reader reader = new Reader();
    private final LoadingCache<OrganizationId, QuotaBook> books;
    private final Set<OrganizationId> reading = ConcurrentHashMap.newKeySet();

    QuotaBooks(TenantTransactions transactions, Organizations organizations, RedisTopics topics, QuotaWorkers workers) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.topics = topics;
        this.workers = workers;
        this.books = Caffeine.newBuilder()
                .maximumSize(10_000)
                .refreshAfterWrite(LOOK)
                .expireAfterAccess(IDLE)
                .build(reader);
        this.listening =
                topics.listen(TOPIC, message -> heard(OrganizationId.of(new String(message, StandardCharsets.UTF_8))));
    }

    QuotaBook of(OrganizationId organization) {
        return books.get(organization);
    }

    /** The quotas as the database has them now. Who asks meanwhile gets those known before. */
    QuotaBook fresh(OrganizationId organization) {
        return Objects.requireNonNull(books.asMap().compute(organization, reader::read));
    }

    /** Lets every node know that there are other quotas now. This one does when it returns. */
    void changed(OrganizationId organization) {
        try {
            books.asMap().computeIfPresent(organization, reader::read);
        } catch (RuntimeException e) {
            books.invalidate(organization);
            Postponed.log(log, "The quotas of organization " + organization + " are read", e);
        }
        topics.publish(TOPIC, organization.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The quotas of organizations that were active here in the last seconds. */
    List<QuotaBook> active() {
        return books.asMap().keySet().stream()
                .map(books.policy()::getIfPresentQuietly)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The quotas of the organization, if it was active here in the last seconds. */
    Optional<QuotaBook> active(OrganizationId organization) {
        return Optional.ofNullable(books.policy().getIfPresentQuietly(organization));
    }

    /** Reads in the background, once for all messages until then: no call waits for quotas being read again. */
    private void heard(OrganizationId organization) {
        if (reading.add(organization)) {
            workers.run(() -> {
                reading.remove(organization);
                readAgain(organization);
            });
        }
    }

    private void readAgain(OrganizationId organization) {
        try {
            books.asMap().computeIfPresent(organization, reader::read);
        } catch (RuntimeException e) {
            Postponed.log(log, "The quotas of organization " + organization + " are read", e);
        }
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

        QuotaBook read(OrganizationId organization, @Nullable QuotaBook known) {
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
            QuotaBook book = new QuotaBook(organization, zone, revision, quotas, told);
            return known == null ? book : book.after(known);
        }
    }
}
