package dev.tollgate.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The keys behind the secrets lately seen, by the secret's hash, with the hashes that nobody has. Nodes tell each other which key
 * has changed; where such a message is lost, an entry lives for less than a second all the same.
 */
@Component
class ApiKeyCache implements AutoCloseable {

    private static final String TOPIC = "tollgate:api-keys";
    private static final Duration LIFE = Duration.ofMillis(750);

    private final ApiKeySecretTable secrets;
    private final TenantTransactions transactions;
    private final RedisTopics topics;
    private final Cache<SecretHash, Optional<Entry>> entries;
    private final RedisTopics.Listening listening;

    @Autowired
    ApiKeyCache(DSLContext sql, TenantTransactions transactions, RedisTopics topics) {
        this(sql, transactions, topics, LIFE);
    }

    ApiKeyCache(DSLContext sql, TenantTransactions transactions, RedisTopics topics, Duration life) {
        this.secrets = new ApiKeySecretTable(sql);
        this.transactions = transactions;
        this.topics = topics;
        this.entries =
                Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(life).build();
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
        return entries.get(secret.hash(), this::load);
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
