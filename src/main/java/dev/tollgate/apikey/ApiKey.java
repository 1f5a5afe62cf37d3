package dev.tollgate.apikey;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential for programs, without its secret.
 *
 * @param id its id, the same for its whole life
 * @param name the name its creator gave it, 1 to 100 characters
 * @param owner the person who made it, or whose key did; null when it was Tollgate itself
 * @param prefix the first characters of its newest secret, to recognize it by
 * @param scopes what it may do; never empty
 * @param attribution what its events are attributed to where they do not say
 * @param models what it may call through the gateway
 * @param networks where it may be used from
 * @param createdAt when it was created
 * @param expiresAt when it stops working; null: never
 * @param rotatedAt when it last got a new secret; null when it has its first
 * @param revokedAt when it was revoked; null while it is not
 */
public record ApiKey(
        ApiKeyId id,
        String name,
        @Nullable AccountId owner,
        String prefix,
        Set<Scope> scopes,
        KeyAttribution attribution,
        AllowedModels models,
        AllowedNetworks networks,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant revokedAt) {

    /** Whether it is neither revoked nor expired. */
    public boolean worksAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    ApiKey rotated(String newPrefix, Instant now) {
        return new ApiKey(
                id,
                name,
                owner,
                newPrefix,
                scopes,
                attribution,
                models,
                networks,
                createdAt,
                expiresAt,
                now,
                revokedAt);
    }
}
