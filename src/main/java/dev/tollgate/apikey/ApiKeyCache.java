package dev.tollgate.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The keys behind the secrets lately seen, by the secret's hash, with the hashes that nobody has. An entry lives for less than a
 * second, so that a revocation on another node takes effect within one; on this node it does at once.
 */
@Component
class ApiKeyCache {

    private static final Duration LIFE = Duration.ofMillis(750);

    private final ApiKeySecretTable secrets;
    private final TenantTransactions transactions;
    private final Cache<SecretHash, Optional<Entry>> entries =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LIFE).build();

    ApiKeyCache(DSLContext sql, TenantTransactions transactions) {
        this.secrets = new ApiKeySecretTable(sql);
        this.transactions = transactions;
    }

    /** A key and whose it is. */
    record Entry(OrganizationId organization, ApiKey key) {}

    Optional<Entry> find(ApiKeySecret secret) {
        return entries.get(secret.hash(), this::load);
    }

    void forget(ApiKeySecret secret) {
        entries.invalidate(secret.hash());
    }

    void forget(ApiKeyId id) {
        entries.asMap()
                .values()
                .removeIf(entry -> entry.isPresent() && entry.get().key().id().equals(id));
    }

    private Optional<Entry> load(SecretHash hash) {
        return secrets.find(hash)
                .flatMap(owner -> transactions.read(
                        owner.organization(),
                        sql -> new ApiKeyTable(sql, owner.organization())
                                .find(owner.key())
                                .map(key -> new Entry(owner.organization(), key))));
    }
}
