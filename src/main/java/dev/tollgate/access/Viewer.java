package dev.tollgate.access;

import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, in which organization, with which rights.
 *
 * @param organization the organization everything is asked in
 * @param scopes what the viewer may do there
 * @param identity the person or key behind it
 */
public record Viewer(OrganizationId organization, Set<Scope> scopes, Identity identity) {

    /** Who is behind the question. */
    public sealed interface Identity {}

    /** A person with a browser session. */
    public record Person(AccountId accountId) implements Identity {}

    /**
     * A program with an API key.
     *
     * @param apiKeyId the key
     * @param attribution what its events are attributed to where they do not say
     */
    public record Key(ApiKeyId apiKeyId, KeyAttribution attribution) implements Identity {

        /** A key that attributes nothing. */
        public Key(ApiKeyId apiKeyId) {
            this(apiKeyId, KeyAttribution.NONE);
        }
    }

    /** The viewer as the one who is held to account. */
    public Actor actor() {
        return switch (identity) {
            case Person(var account) -> new Actor.Person(account);
            case Key key -> new Actor.Key(key.apiKeyId());
        };
    }

    /** Whether the viewer is this person. */
    public boolean is(@Nullable AccountId account) {
        return identity instanceof Person(var self) && self.equals(account);
    }

    /** Whether the viewer has the scope; ADMIN has all. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }

    /** Throws FORBIDDEN, naming the scope, unless the viewer has it. */
    public void require(Scope scope) {
        if (!may(scope)) {
            throw ProblemException.of(ErrorCode.FORBIDDEN, "This needs the scope " + scope.label() + ".");
        }
    }
}
