package dev.tollgate.apikey;

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
 * @param prefix the first characters of its secret, to recognize it by
 * @param scopes what it may do; never empty
 * @param createdAt when it was created
 * @param expiresAt when it stops working; null: never
 * @param revokedAt when it was revoked; null while it is not
 */
public record ApiKey(
        ApiKeyId id,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {}
