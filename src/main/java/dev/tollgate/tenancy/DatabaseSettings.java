package dev.tollgate.tenancy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to use the database.
 *
 * @param url the JDBC URL; null: the embedded PostgreSQL
 * @param username the owner role
 * @param password the owner's password
 * @param appUsername the runtime role to sign in as; null: step down to a role that the migrations create
 * @param appPassword the runtime role's password
 * @param connections the most connections this node opens as the runtime role
 * @param queryTimeout after which the database cancels a reading statement
 */
@ConfigurationProperties("tollgate.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String appUsername,
        @Nullable String appPassword,
        @DefaultValue("20") int connections,
        @DefaultValue("30s") Duration queryTimeout) {

    DatabaseSettings {
        if (connections < 2) {
            throw new IllegalArgumentException("tollgate.database.connections must be at least 2");
        }
        if (queryTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("tollgate.database.query-timeout must be at least a millisecond");
        }
    }

    DatabaseLocation location() {
        if (url == null) {
            throw new IllegalStateException("TOLLGATE_DATABASE_URL is not set");
        }
        return new DatabaseLocation(
                url, username == null ? "" : username, password == null ? "" : password, appUsername, appPassword);
    }
}
