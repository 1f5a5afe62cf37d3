package dev.tollgate.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys behind the secrets lately seen, by the secret's hash, with the hashes that nobody has. Nodes tell each other which key
 * has changed, and ask the database twice a second in case such a message is lost.
 */
@Component
class ApiKeyCache implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ApiKeyCache.class);
    private static final String TOPIC = "tollgate:api-keys";
    private static final Duration LIFE = Duration.ofMinutes(1);
    /** Nobody tells of a secret that is new. */
    private static final Duration LIFE_OF_NOBODY = Duration.ofMillis(750);
    /** How long entries are taken as true while it cannot be asked what has changed. */
    private static final Duration TRUST = Duration.ofSeconds(5);

    private final ApiKeySecretTable secrets;
    private final TenantTransactions transactions;
    private final RedisTopics topics;
    private final Cache<SecretHash, Optional<Entry>> entries;
    private final RedisTopics.Listening listening;
    private volatile long askedAt = System.nanoTime();

    @Autowired
    ApiKeyCache(DSLContext sql, TenantTransactions transactions, RedisTopics topics) {
        this(sql, transactions, topics, LIFE);
    }

    ApiKeyCache(DSLContext sql, TenantTransactions transactions, RedisTopics topics, Duration life) {
        this.secrets = new ApiKeySecretTable(sql);
        this.transactions = transactions;
        this.topics = topics;
        this.entries = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfter(Expiry.<SecretHash, Optional<Entry>>writing(
                        (_, entry) -> entry.isPresent() ? life : LIFE_OF_NOBODY))
                .build();
        this.listening = topics.listen(TOPIC, this::told);
    }

    /** A key, whose it is, and until when the secret that led to it works; null: as long as the key does. */
    record Entry(
            OrganizationId organization,
            ApiKey key,
            @Nullable Instant secretExpiresAt) {

        boolean worksAt(Instant now) {
            return key.worksAt(now) && (secretExpiresAt == null || now.isBefore(secretExpiresAt));
        }
    }

    Optional<Entry> find(ApiKeySecret secret) {
        return System.nanoTime() - askedAt < TRUST.toNanos()
                ? entries.get(secret.hash(), this::load)
                : load(secret.hash());
    }

    /** Forgets the keys that have changed lately, whether or not somebody told of it. */
    @Scheduled(fixedDelay = 500)
    void ask() {
        long now = System.nanoTime();
        try {
            Set<ApiKeyId> changed = secrets.changedLately();
            entries.asMap()
                    .values()
                    .removeIf(entry -> entry.isPresent()
                            && changed.contains(entry.get().key().id()));
            askedAt = now;
        } catch (DataAccessException e) {
            log.debug("It cannot be asked now which keys have changed: {}", e.getMessage());
        }
    }

    void forget(ApiKeySecret secret) {
        entries.invalidate(secret.hash());
    }

    /** Forgets the key, here at once and on the other nodes as soon as they hear of it. To be called after the commit. */
    void changed(ApiKeyId id) {
        forget(id);
        topics.publish(TOPIC, message(id));
    }

    private void told(byte[] message) {
        if (message.length == 2 * Long.BYTES) {
            ByteBuffer id = ByteBuffer.wrap(message);
            forget(new ApiKeyId(new UUID(id.getLong(), id.getLong())));
        }
    }

    private void forget(ApiKeyId id) {
        entries.asMap()
                .values()
                .removeIf(entry -> entry.isPresent() && entry.get().key().id().equals(id));
    }

    private static byte[] message(ApiKeyId id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    private Optional<Entry> load(SecretHash hash) {
        return secrets.find(hash).flatMap(this::load);
    }

    private Optional<Entry> load(ApiKeySecretTable.Found found) {
        OrganizationId organization = found.owner().organization();
        return transactions.read(
                organization,
                sql -> new ApiKeyTable(sql, organization)
                        .find(found.owner().key())
                        .map(key -> new Entry(organization, key, found.expiresAt())));
    }

    @Override
    public void close() {
        listening.close();
    }
}
