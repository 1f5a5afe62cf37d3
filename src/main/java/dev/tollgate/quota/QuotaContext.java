package dev.tollgate.quota;

import dev.tollgate.apikey.KeyAttribution;
import org.jspecify.annotations.Nullable;

/** What a call will be attributed to, as its event will say it; null is not attributed. */
public record QuotaContext(
        @Nullable String team,
        @Nullable String project,
        @Nullable String user,
        @Nullable String apiKey,
        @Nullable String feature,
        @Nullable String model,
        @Nullable String provider) {

    /** The same attributed as the event will be where the call does not say so: as the key that it is recorded with says. */
    public QuotaContext orElse(KeyAttribution key) {
        return new QuotaContext(
                team == null ? key.team() : team,
                project == null ? key.project() : project,
                user,
                apiKey,
                feature == null ? key.feature() : feature,
                model,
                provider);
    }

    /** The value of a kind of scope; null when not attributed. */
    @Nullable
    String value(QuotaScope.Type type) {
        return switch (type) {
            case ORGANIZATION -> "";
            case TEAM -> team;
            case PROJECT -> project;
            case USER -> user;
            case API_KEY -> apiKey;
            case FEATURE -> feature;
            case MODEL -> model;
            case PROVIDER -> provider;
        };
    }

    /** The same in the form in which events are stored; BAD_USER_INPUT with the field at fault. */
    QuotaContext normalized() {
        return new QuotaContext(
                normal(QuotaScope.Type.TEAM, "team", team),
                normal(QuotaScope.Type.PROJECT, "project", project),
                normal(QuotaScope.Type.USER, "user", user),
                normal(QuotaScope.Type.API_KEY, "apiKey", apiKey),
                normal(QuotaScope.Type.FEATURE, "feature", feature),
                normal(QuotaScope.Type.MODEL, "model", model),
                normal(QuotaScope.Type.PROVIDER, "provider", provider));
    }

    private static @Nullable String normal(QuotaScope.Type type, String field, @Nullable String value) {
        return value == null ? null : ScopeNames.normalized(type, field, value);
    }
}
