package dev.tollgate.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL is and how to sign in there.
 *
 * @param url the JDBC URL
 * @param username the owner role: it migrates and keeps partitions, and is not held by row level security
 * @param password the owner's password; empty when none is needed
 * @param appUsername the runtime role to sign in as; null: sign in as the owner and step down to the runtime role
 * @param appPassword the runtime role's password; null when none is needed
 */
public record DatabaseLocation(
        String url,
        String username,
        String password,
        @Nullable String appUsername,
        @Nullable String appPassword) {

    /** The runtime role when none is configured. */
    static final String DEFAULT_RUNTIME_ROLE = "tollgate_app";

    /** The role that row level security binds. */
    public String runtimeRole() {
        return appUsername == null ? DEFAULT_RUNTIME_ROLE : appUsername;
    }

    @Override
    public String toString() {
        return "DatabaseLocation[" + url + ", " + username + "]";
    }
}
