package dev.tollgate.feature;

import org.jspecify.annotations.Nullable;

/**
 * For whom a feature is asked; null is not known.
 *
 * @param session stands for the user in a rollout when there is none, as the team does when there is no session either
 */
public record FeatureContext(
        @Nullable String user,
        @Nullable String team,
        @Nullable String session,
        @Nullable String environment) {

    /** Nobody in particular. */
    public static final FeatureContext NOBODY = new FeatureContext(null, null, null, null);

    /** Whose place decides in a rollout; null: nobody's. */
    @Nullable
    String subject() {
        return user != null ? user : session != null ? session : team;
    }
}
