package dev.tollgate.apikey;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The API keys of all organizations. */
@Component
public class ApiKeys {

    private final TenantTransactions transactions;
    private final ApiKeyCache cache;
    private final AuditTrail audit;
    private final Clock clock;

    ApiKeys(TenantTransactions transactions, ApiKeyCache cache, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.cache = cache;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a key with a random secret.
     *
     * @param expiresAt when it stops working; null: never
     * @throws ProblemException BAD_USER_INPUT when the name is blank, longer than 100 characters or holds control characters,
     *     when there is no scope, or when the expiry is not in the future
     */
    public IssuedApiKey create(
            OrganizationId organization, Cause cause, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
        return create(organization, cause, new ApiKeyDraft(name, scopes, expiresAt), ApiKeySecret.random());
    }

    /**
     * Creates a key that does not expire, with a secret made elsewhere.
     *
     * @param secret {@code tg_} and 29 to 197 letters, digits, hyphens or underscores
     * @throws ProblemException BAD_USER_INPUT when the secret has another form, CONFLICT when a key has it already, revoked or not
     */
    public IssuedApiKey createWithSecret(
            OrganizationId organization, Cause cause, String name, Set<Scope> scopes, String secret) {
        ApiKeySecret given = ApiKeySecret.parse(secret)
                .orElseThrow(() -> ProblemException.badInput(
                        "secret", "A secret is tg_ and 29 to 197 letters, digits, hyphens or underscores."));
        return create(organization, cause, new ApiKeyDraft(name, scopes, null), given);
    }

    /**
     * The key that works with this secret now: neither revoked nor expired. A revocation elsewhere takes effect within a second.
     * Answered from memory when the secret was seen in that time.
     */
    public Optional<ApiKeyPrincipal> authenticate(String secret) {
        return ApiKeySecret.parse(secret)
                .flatMap(cache::find)
                .filter(entry -> works(entry.key()))
                .map(entry -> new ApiKeyPrincipal(
                        entry.organization(), entry.key().id(), entry.key().scopes()));
    }

    /** Revokes a key at once and returns it; revoked again, it keeps the first time. Empty when there is no such key. */
    public Optional<ApiKey> revoke(OrganizationId organization, Cause cause, ApiKeyId id) {
        Optional<ApiKey> revoked = transactions.write(organization, sql -> {
            ApiKeyTable table = new ApiKeyTable(sql, organization);
            Optional<ApiKey> before = table.find(id);
            Optional<ApiKey> after = before.flatMap(key -> table.revoke(id, now()));
            after.ifPresent(key -> audit.record(
                    sql,
                    organization,
                    cause,
                    new AuditedAction("revokeApiKey", target(id), fields(before.orElseThrow()), fields(key))));
            return after;
        });
        cache.forget(id);
        return revoked;
    }

    /** The key, also when it is revoked or has expired; empty when there is no such key. */
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).find(id));
    }

    /**
     * So many keys, newest first, revoked and expired ones too.
     *
     * @param after the place after which to begin; null: at the newest
     */
    public List<ApiKey> list(OrganizationId organization, @Nullable ApiKeyPosition after, int limit) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).newestFirst(after, limit));
    }

    /** How many keys there are, revoked and expired ones too. */
    public int count(OrganizationId organization) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).count());
    }

    /** The names of these keys; an id that names no key of the organization is left out. */
    public Map<ApiKeyId, String> labels(OrganizationId organization, Collection<ApiKeyId> ids) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).names(ids));
    }

    private IssuedApiKey create(OrganizationId organization, Cause cause, ApiKeyDraft draft, ApiKeySecret secret) {
        ApiKey key = draft.key(new ApiKeyId(UUID.randomUUID()), secret.prefix(), now());
        transactions.write(organization, sql -> {
            new ApiKeyTable(sql, organization).insert(key);
            ApiKeySecretTable.Owner owner = new ApiKeySecretTable.Owner(organization, key.id());
            if (!new ApiKeySecretTable(sql).insert(secret.hash(), owner)) {
                throw ProblemException.of(ErrorCode.CONFLICT, "There is an API key with this secret already.");
            }
            audit.record(
                    sql, organization, cause, AuditedAction.created("createApiKey", target(key.id()), fields(key)));
            return key;
        });
        cache.forget(secret);
        return new IssuedApiKey(key, secret.value());
    }

    private static AuditedAction.Target target(ApiKeyId id) {
        return new AuditedAction.Target("ApiKey", id.toString());
    }

    private static Map<String, ?> fields(ApiKey key) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", key.name());
        fields.put("prefix", key.prefix());
        fields.put("scopes", key.scopes().stream().sorted().toList());
        fields.put("expiresAt", key.expiresAt());
        fields.put("revokedAt", key.revokedAt());
        return fields;
    }

    private boolean works(ApiKey key) {
        Instant expiresAt = key.expiresAt();
        return key.revokedAt() == null && (expiresAt == null || clock.instant().isBefore(expiresAt));
    }

    /** In the database's precision, so that what is returned is what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
