package dev.tollgate.apikey;

import org.jspecify.annotations.Nullable;

/**
 * What events recorded with a key are attributed to where they do not say so themselves. Null: to nothing.
 *
 * @param team the team
 * @param project the project
 * @param environment the environment
 * @param feature the feature
 */
public record KeyAttribution(
        @Nullable String team,
        @Nullable String project,
        @Nullable String environment,
        @Nullable String feature) {

    /** To nothing. */
    public static final KeyAttribution NONE = new KeyAttribution(null, null, null, null);

    /** The same with names as they are stored; BAD_USER_INPUT, naming the field, when one cannot be a name. */
    KeyAttribution checked() {
        return new KeyAttribution(
                KeyText.optional("team", team),
                KeyText.optional("project", project),
                KeyText.optional("environment", environment),
                KeyText.optional("feature", feature));
    }
}
