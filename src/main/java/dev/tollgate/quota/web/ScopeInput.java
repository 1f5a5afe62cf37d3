package dev.tollgate.quota.web;

import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.quota.QuotaScope;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The GraphQL input {@code QuotaScopeInput}: exactly one of its fields is given. */
record ScopeInput(
        @Nullable Boolean organization,
        @Nullable String team,
        @Nullable String project,
        @Nullable String user,
        @Nullable String apiKey,
        @Nullable String feature,
        @Nullable String model,
        @Nullable String provider) {

    QuotaScope toScope() {
        if (organization != null) {
            if (!organization) {
                throw ProblemException.badInput("scope.organization", "It is true, or another scope is given.");
            }
            return QuotaScope.ORGANIZATION;
        }
        if (apiKey != null) {
            return new QuotaScope(QuotaScope.Type.API_KEY, keyId(apiKey));
        }
        return team != null
                ? new QuotaScope(QuotaScope.Type.TEAM, team)
                : project != null ? new QuotaScope(QuotaScope.Type.PROJECT, project) : ofCall();
    }

    private QuotaScope ofCall() {
        if (user != null) {
            return new QuotaScope(QuotaScope.Type.USER, user);
        }
        if (feature != null) {
            return new QuotaScope(QuotaScope.Type.FEATURE, feature);
        }
        return model != null
                ? new QuotaScope(QuotaScope.Type.MODEL, model)
                : new QuotaScope(QuotaScope.Type.PROVIDER, Objects.requireNonNull(provider));
    }

    /** The id of the key within its type, which is how events name it. */
    static String keyId(String globalId) {
        try {
            return GlobalId.decode(globalId)
                    .filter(global -> global.type().equals("ApiKey"))
                    .map(global -> UUID.fromString(global.id()).toString())
                    .orElseThrow(ScopeInput::noKey);
        } catch (IllegalArgumentException _) {
            throw noKey();
        }
    }

    private static ProblemException noKey() {
        return ProblemException.badInput("apiKey", "This is the id of no API key.");
    }
}
