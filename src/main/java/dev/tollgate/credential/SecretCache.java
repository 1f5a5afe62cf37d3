package dev.tollgate.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The secrets lately used, in the clear and in memory only, with the providers that have none. Nodes tell each other what has
 * changed; where such a message is lost, an entry lives for less than a second all the same.
 */
@Component
class SecretCache implements AutoCloseable {

    private static final String TOPIC = "tollgate:provider-credentials";
    private static final Duration LIFE = Duration.ofMillis(750);

    private final TenantTransactions transactions;
    private final SecretVault vault;
    private final RedisTopics topics;
    private final Cache<Key, Optional<OpenedCredential>> entries;
    private final RedisTopics.Listening listening;

    @Autowired
    SecretCache(TenantTransactions transactions, SecretVault vault, RedisTopics topics) {
        this(transactions, vault, topics, LIFE);
    }

    SecretCache(TenantTransactions transactions, SecretVault vault, RedisTopics topics, Duration life) {
        this.transactions = transactions;
        this.vault = vault;
        this.topics = topics;
        this.entries =
                Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(life).build();
        this.listening = topics.listen(TOPIC, this::told);
    }

    private record Key(OrganizationId organization, String provider) {

        private static final int ID_LENGTH = 36;

        byte[] message() {
            return (organization + provider).getBytes(StandardCharsets.UTF_8);
        }

        static Optional<Key> of(byte[] message) {
            String text = new String(message, StandardCharsets.UTF_8);
            return text.length() <= ID_LENGTH
                    ? Optional.empty()
                    : Optional.of(new Key(OrganizationId.of(text.substring(0, ID_LENGTH)), text.substring(ID_LENGTH)));
        }
    }

    /** The credential for a provider by its one name. */
    Optional<OpenedCredential> find(OrganizationId organization, String provider) {
        return entries.get(new Key(organization, provider), this::load);
    }

    /** Forgets, here at once and on the other nodes as soon as they hear of it. To be called after the commit. */
    void changed(OrganizationId organization, String provider) {
        Key key = new Key(organization, provider);
        entries.invalidate(key);
        topics.publish(TOPIC, key.message());
    }

    private void told(byte[] message) {
        Key.of(message).ifPresent(entries::invalidate);
    }

    private Optional<OpenedCredential> load(Key key) {
        OrganizationId organization = key.organization();
        return transactions.read(
                organization,
                sql -> new CredentialTable(sql, organization)
                        .find(key.provider())
                        .map(credential -> vault.open(sql, organization, credential)));
    }

    @Override
    public void close() {
        listening.close();
    }
}
