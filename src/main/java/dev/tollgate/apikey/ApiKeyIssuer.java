package dev.tollgate.apikey;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives out secrets: with a new key, or in place of a key's last one. */
@Component
class ApiKeyIssuer {

    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    private final TenantTransactions transactions;
    private final ApiKeyCache cache;
    private final AuditTrail audit;
    private final Clock clock;

    ApiKeyIssuer(TenantTransactions transactions, ApiKeyCache cache, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.cache = cache;
        this.audit = audit;
        this.clock = clock;
    }

    Issuance create(
            OrganizationId organization,
            Cause cause,
            ApiKeyDraft draft,
            ApiKeySecret secret,
            @Nullable String clientMutationId) {
        AccountId owner = owner(organization, cause);
        ApiKey key = draft.key(new ApiKeyId(UUID.randomUUID()), owner, secret.prefix(), Timestamps.now(clock));
        RequestId request = RequestId.of(cause.actor(), clientMutationId, "create " + draft.canonical());
        Issuance issuance = transactions.write(
                organization,
                sql -> earlier(sql, organization, request, key.id()).orElseGet(() -> {
                    new ApiKeyTable(sql, organization).insert(key);
                    store(sql, new ApiKeySecretTable.Owner(organization, key.id()), secret);
                    audit.record(
                            sql,
                            organization,
                            cause,
                            AuditedAction.created("createApiKey", AuditedKey.target(key), AuditedKey.fields(key)));
                    return new IssuedApiKey(key, secret.value());
                }));
        cache.forget(secret);
        return issuance;
    }

    Optional<Issuance> rotate(
            OrganizationId organization, Cause cause, ApiKeyId id, Duration grace, @Nullable String clientMutationId) {
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw ProblemException.badInput("gracePeriod", "A grace period is 0 to 30 days long.");
        }
        RequestId request = RequestId.of(cause.actor(), clientMutationId, "rotate " + id + " " + grace);
        ApiKeySecret secret = ApiKeySecret.random();
        Optional<Issuance> issuance = transactions.write(
                organization,
                sql -> new ApiKeyTable(sql, organization)
                        .lock(id)
                        .map(key -> earlier(sql, organization, request, id)
                                .orElseGet(() -> rotate(sql, organization, cause, new Rotation(key, secret, grace)))));
        cache.changed(id);
        return issuance;
    }

    private record Rotation(ApiKey key, ApiKeySecret secret, Duration grace) {}

    private Issuance rotate(DSLContext sql, OrganizationId organization, Cause cause, Rotation rotation) {
        Instant now = Timestamps.now(clock);
        ApiKey before = rotation.key();
        if (!before.worksAt(now)) {
            throw ProblemException.of(ErrorCode.CONFLICT, "The API key is revoked or has expired.");
        }
        ApiKey after = before.rotated(rotation.secret().prefix(), now);
        ApiKeySecretTable.Owner owner = new ApiKeySecretTable.Owner(organization, before.id());
        new ApiKeySecretTable(sql).end(owner, now.plus(rotation.grace()), now);
        store(sql, owner, rotation.secret());
        new ApiKeyTable(sql, organization).rotate(before.id(), after.prefix(), now);
        Map<String, @Nullable Object> fields = AuditedKey.fields(after);
        fields.put("previousSecretUntil", now.plus(rotation.grace()));
        audit.record(
                sql,
                organization,
                cause,
                new AuditedAction("rotateApiKey", AuditedKey.target(before), AuditedKey.fields(before), fields));
        return new IssuedApiKey(after, rotation.secret().value());
    }

    private static void store(DSLContext sql, ApiKeySecretTable.Owner owner, ApiKeySecret secret) {
        if (!new ApiKeySecretTable(sql).insert(secret.hash(), owner)) {
            throw ProblemException.of(ErrorCode.CONFLICT, "There is an API key with this secret already.");
        }
    }

    private Optional<Issuance> earlier(
            DSLContext sql, OrganizationId organization, @Nullable RequestId request, ApiKeyId key) {
        return request == null
                ? Optional.empty()
                : new ApiKeyRequests(sql, organization)
                        .begin(request, key, Timestamps.now(clock))
                        .map(id -> new Issuance.Repeated(
                                new ApiKeyTable(sql, organization).find(id).orElseThrow()));
    }

    /** A key that a key makes belongs to the same person, or nobody could say who is behind it. */
    private @Nullable AccountId owner(OrganizationId organization, Cause cause) {
        return switch (cause.actor()) {
            case Actor.Person(var account) -> account;
            case Actor.Key(var maker) ->
                transactions
                        .read(organization, sql -> new ApiKeyTable(sql, organization).find(maker))
                        .map(ApiKey::owner)
                        .orElse(null);
            case Actor.Tollgate() -> null;
        };
    }
}
