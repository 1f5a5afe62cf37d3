package dev.tollgate.apikey;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The API keys of all organizations. */
@Component
public class ApiKeys {

    private final TenantTransactions transactions;
    private final ApiKeyIssuer issuer;
    private final ApiKeyCache cache;
    private final ApiKeyUses uses;
    private final AuditTrail audit;
    private final Clock clock;

    ApiKeys(
            TenantTransactions transactions,
            ApiKeyIssuer issuer,
            ApiKeyCache cache,
            ApiKeyUses uses,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.issuer = issuer;
        this.cache = cache;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a key with a random secret. A person who is the cause owns it. The same request sent again by the same actor, with
     * the same id, creates nothing again.
     *
     * @param clientMutationId the actor's own id of the request, 1 to 200 characters; null: it will not be sent again
     * @throws ProblemException BAD_USER_INPUT with the field when the draft is wrong, CONFLICT when the id was given to another
     *     request
     */
    public Issuance create(
            OrganizationId organization, Cause cause, ApiKeyDraft draft, @Nullable String clientMutationId) {
        return issuer.create(organization, cause, draft, ApiKeySecret.random(), clientMutationId);
    }

    /** Creates a key that works from everywhere; otherwise as the other. */
    public IssuedApiKey create(
            OrganizationId organization, Cause cause, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
        return once(organization, cause, ApiKeyDraft.of(name, scopes, expiresAt), ApiKeySecret.random());
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
        return once(organization, cause, ApiKeyDraft.of(name, scopes, null), given);
    }

    /**
     * Gives a key another secret; the one it has works for some more time beside it. Id, rights and history stay. The same
     * request sent again does nothing again. Empty when there is no such key.
     *
     * @param grace for how long the earlier secret works, 0 to 30 days; one that would end sooner does so
     * @param clientMutationId as when a key is created
     * @throws ProblemException BAD_USER_INPUT when the grace period is too long, CONFLICT when the key is revoked or has expired
     */
    public Optional<Issuance> rotate(
            OrganizationId organization, Cause cause, ApiKeyId id, Duration grace, @Nullable String clientMutationId) {
        return issuer.rotate(organization, cause, id, grace, clientMutationId);
    }

    /**
     * The key that works with this secret now: neither revoked nor expired. Where it may be used from is for the caller to look
     * at. A revocation elsewhere takes effect within a second. Answered from memory when the secret was seen in that time.
     */
    public Optional<ApiKeyPrincipal> authenticate(String secret) {
        Instant now = clock.instant();
        return ApiKeySecret.parse(secret)
                .flatMap(cache::find)
                .filter(entry -> entry.worksAt(now))
                .map(entry -> new ApiKeyPrincipal(entry.organization(), entry.key()));
    }

    /** Notes that the key is used now. Costs next to nothing: it is written later, at most once a minute. */
    public void used(ApiKeyPrincipal key) {
        uses.note(key.organization(), key.key().id(), Timestamps.now(clock));
    }

    /** When these keys were last used, within about a minute; one that never was is left out. */
    public Map<ApiKeyId, Instant> lastUses(OrganizationId organization, Collection<ApiKeyId> ids) {
        return uses.last(organization, ids);
    }

    /** Revokes a key at once and returns it; revoked again, it keeps the first time. Empty when there is no such key. */
    public Optional<ApiKey> revoke(OrganizationId organization, Cause cause, ApiKeyId id) {
        Optional<ApiKey> revoked = transactions.write(organization, sql -> {
            ApiKeyTable table = new ApiKeyTable(sql, organization);
            Optional<ApiKey> before = table.lock(id);
            Optional<ApiKey> after = before.flatMap(key -> table.revoke(id, Timestamps.now(clock)));
            new ApiKeySecretTable(sql).changed(new ApiKeySecretTable.Owner(organization, id));
            after.ifPresent(key -> recordRevocation(sql, organization, cause, before.orElseThrow(), key));
            return after;
        });
        cache.changed(id);
        return revoked;
    }

    /**
     * Revokes all keys that a person owns in the organization, in the caller's bound transaction.
     *
     * @return what is to be done once that transaction is committed, so that they stop working at once
     */
    public Runnable revokeOwned(DSLContext bound, OrganizationId organization, Cause cause, AccountId owner) {
        List<ApiKey> revoked = new ApiKeyTable(bound, organization).revokeOwned(owner, Timestamps.now(clock));
        revoked.forEach(key -> {
            new ApiKeySecretTable(bound).changed(new ApiKeySecretTable.Owner(organization, key.id()));
            audit.record(
                    bound,
                    organization,
                    cause,
                    AuditedAction.removed("revokeApiKey", AuditedKey.target(key), AuditedKey.fields(key)));
        });
        return () -> revoked.forEach(key -> cache.changed(key.id()));
    }

    /** The key, also when it is revoked or has expired; empty when there is no such key. */
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).find(id));
    }

    /**
     * So many of the keys that fit, newest first, revoked and expired ones too.
     *
     * @param after the place after which to begin; null: at the newest
     */
    public List<ApiKey> list(
            OrganizationId organization, KeySelection which, @Nullable ApiKeyPosition after, int limit) {
        return transactions.read(
                organization, sql -> new ApiKeyTable(sql, organization).newestFirst(which, after, limit));
    }

    /** The ids of all keys that somebody owns, revoked and expired ones too. */
    public Set<ApiKeyId> owned(OrganizationId organization, AccountId owner) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).owned(owner));
    }

    /** How many keys fit, revoked and expired ones too. */
    public int count(OrganizationId organization, KeySelection which) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).count(which));
    }

    /** The names of these keys; an id that names no key of the organization is left out. */
    public Map<ApiKeyId, String> labels(OrganizationId organization, Collection<ApiKeyId> ids) {
        return transactions.read(organization, sql -> new ApiKeyTable(sql, organization).names(ids));
    }

    private IssuedApiKey once(OrganizationId organization, Cause cause, ApiKeyDraft draft, ApiKeySecret secret) {
        return switch (issuer.create(organization, cause, draft, secret, null)) {
            case IssuedApiKey issued -> issued;
            case Issuance.Repeated _ -> throw new IllegalStateException("a request without an id is never repeated");
        };
    }

    private void recordRevocation(
            DSLContext sql, OrganizationId organization, Cause cause, ApiKey before, ApiKey after) {
        audit.record(
                sql,
                organization,
                cause,
                new AuditedAction(
                        "revokeApiKey",
                        AuditedKey.target(before),
                        AuditedKey.fields(before),
                        AuditedKey.fields(after)));
    }
}
