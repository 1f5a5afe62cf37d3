package dev.tollgate.apikey;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a new key should be; it becomes a key only when all of it is right. */
record ApiKeyDraft(String name, Set<Scope> scopes, @Nullable Instant expiresAt) {

    private static final int LONGEST_NAME = 100;

    ApiKey key(ApiKeyId id, String prefix, Instant now) {
        return new ApiKey(id, checkedName(), prefix, checkedScopes(), now, checkedExpiry(now), null);
    }

    private String checkedName() {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST_NAME) {
            throw ProblemException.badInput("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.badInput("name", "A name has no control characters.");
        }
        return stripped;
    }

    private Set<Scope> checkedScopes() {
        if (scopes.isEmpty()) {
            throw ProblemException.badInput("scopes", "A key has at least one scope.");
        }
        return Set.copyOf(scopes);
    }

    private @Nullable Instant checkedExpiry(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw ProblemException.badInput("expiresAt", "The expiry is in the future.");
        }
        return expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}
