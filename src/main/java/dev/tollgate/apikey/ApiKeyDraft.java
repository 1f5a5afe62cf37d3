package dev.tollgate.apikey;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new key should be; it becomes a key only when all of it is right.
 *
 * @param name 1 to 100 characters
 * @param scopes what it may do; at least one
 * @param expiresAt when it stops working, in the future; null: never
 * @param attribution what its events are attributed to
 * @param models what it may call
 * @param networks where it may be used from
 */
public record ApiKeyDraft(
        String name,
        Set<Scope> scopes,
        @Nullable Instant expiresAt,
        KeyAttribution attribution,
        AllowedModels models,
        AllowedNetworks networks) {

    private static final int LONGEST_NAME = 100;

    /** A key that works with all models and from everywhere, and attributes nothing. */
    public static ApiKeyDraft of(String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
        return new ApiKeyDraft(name, scopes, expiresAt, KeyAttribution.NONE, AllowedModels.ALL, AllowedNetworks.ALL);
    }

    /**
     * The draft of a key that another makes: it expires with that one at the latest, calls no model and works from no network that that
     * one does not. What it says nothing of is as with that one.
     *
     * @throws ProblemException BAD_USER_INPUT with the field that goes beyond
     */
    public ApiKeyDraft within(ApiKey maker) {
        return new ApiKeyDraft(
                name,
                scopes,
                expiryWithin(maker.expiresAt()),
                attribution,
                models.within(maker.models()),
                networks.within(maker.networks()));
    }

    private @Nullable Instant expiryWithin(@Nullable Instant last) {
        if (expiresAt != null && last != null && expiresAt.isAfter(last)) {
            throw ProblemException.badInput("expiresAt", "The key that makes it expires earlier.");
        }
        return expiresAt == null ? last : expiresAt;
    }

    ApiKey key(ApiKeyId id, @Nullable AccountId owner, String prefix, Instant now) {
        return new ApiKey(
                id,
                KeyText.required("name", name, LONGEST_NAME),
                owner,
                prefix,
                checkedScopes(),
                attribution.checked(),
                models,
                networks,
                now,
                checkedExpiry(now),
                null,
                null);
    }

    /** The same text for the same wishes. */
    String canonical() {
        return String.join(
                "\u0000",
                name,
                scopes.stream().sorted().toList().toString(),
                String.valueOf(expiresAt),
                attribution.toString(),
                models.toString(),
                networks.toString());
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
