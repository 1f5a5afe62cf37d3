package dev.tollgate.tenancy;

import dev.tollgate.core.SettingException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a database before anything is done with it, so that a wrong setting is named in a sentence.
 *
 * @param location where it is
 * @param oldestVersion the oldest major version of PostgreSQL that will do
 */
record DatabaseCheck(DatabaseLocation location, int oldestVersion) {

    private static final int OLDEST_VERSION = 15;
    private static final int PER_MAJOR_VERSION = 10_000;
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final String STANDING = """
            SELECT current_setting('server_version_num')::integer AS version,
                   rolsuper OR rolbypassrls AS bypasses,
                   rolsuper OR rolcreaterole OR EXISTS (SELECT FROM pg_roles WHERE rolname = ?) AS has_runtime_role
            FROM pg_roles
            WHERE rolname = current_user
            """;

    DatabaseCheck(DatabaseLocation location) {
        this(location, OLDEST_VERSION);
    }

    /** Throws {@link SettingException} when the database cannot be used as set. */
    void run() {
        if (!PLAIN_NAME.matcher(location.runtimeRole()).matches()) {
            throw new SettingException(
                    "TOLLGATE_DATABASE_APP_USERNAME must be a plain name of lower case letters, digits and underscores.");
        }
        checkOwner();
        if (location.appUsername() != null) {
            checkRuntimeRole(location.appUsername(), location.appPassword());
        }
    }

    private void checkOwner() {
        Map<String, String> target = target();
        if (location.username().isEmpty() && !target.containsKey("user")) {
            throw new SettingException("TOLLGATE_DATABASE_USERNAME is not set.");
        }
        Standing standing = standing("TOLLGATE_DATABASE", location.username(), location.password());
        if (standing.version < oldestVersion * PER_MAJOR_VERSION) {
            throw new SettingException("TOLLGATE_DATABASE_URL must name a PostgreSQL %d or newer, this is %d."
                    .formatted(oldestVersion, standing.version / PER_MAJOR_VERSION));
        }
        if (!standing.bypasses) {
            throw new SettingException("TOLLGATE_DATABASE_USERNAME must be allowed to bypass row level security"
                    + " (ALTER ROLE … BYPASSRLS), because it migrates the tables of all organizations.");
        }
        if (!standing.hasRuntimeRole) {
            throw new SettingException(
                    "TOLLGATE_DATABASE_USERNAME must be allowed to create the role %s".formatted(location.runtimeRole())
                            + " (ALTER ROLE … CREATEROLE), or that role must exist.");
        }
    }

    private void checkRuntimeRole(String username, @Nullable String password) {
        if (standing("TOLLGATE_DATABASE_APP", username, password).bypasses) {
            throw new SettingException(
                    "TOLLGATE_DATABASE_APP_USERNAME must not be allowed to bypass row level security,"
                            + " because it is what keeps organizations apart.");
        }
    }

    private Standing standing(String setting, String username, @Nullable String password) {
        try (Connection connection = DriverManager.getConnection(location.url(), username, password);
                PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setString(1, location.runtimeRole());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Standing(row.getInt(1), row.getBoolean(2), row.getBoolean(3));
            }
        } catch (SQLException e) {
            throw new SettingException(reason(setting, username, e), e);
        }
    }

    private String reason(String setting, String username, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        Map<String, String> target = target();
        if (state.startsWith("28") || state.equals("08004")) {
            return "%s_USERNAME and %s_PASSWORD: PostgreSQL refuses to sign %s in."
                    .formatted(setting, setting, username);
        }
        if (state.startsWith("08")) {
            return "TOLLGATE_DATABASE_URL: no PostgreSQL answers at %s:%s."
                    .formatted(target.get("PGHOST"), target.get("PGPORT"));
        }
        if (state.equals("3D000")) {
            return "TOLLGATE_DATABASE_URL: there is no database named %s.".formatted(target.get("PGDBNAME"));
        }
        return "TOLLGATE_DATABASE_URL: the database cannot be used (SQLSTATE %s).".formatted(state);
    }

    /** What the driver reads in the URL. */
    private Map<String, String> target() {
        try {
            Driver driver = DriverManager.getDriver(location.url());
            Map<String, String> target = new HashMap<>();
            for (DriverPropertyInfo property : driver.getPropertyInfo(location.url(), new Properties())) {
                if (property.value != null) {
                    target.put(property.name, property.value);
                }
            }
            return target;
        } catch (SQLException e) {
            throw new SettingException(
                    "TOLLGATE_DATABASE_URL must be the JDBC URL of a PostgreSQL, such as jdbc:postgresql://host:5432/tollgate.",
                    e);
        }
    }

    /** What the signed-in role is and may do. */
    private record Standing(int version, boolean bypasses, boolean hasRuntimeRole) {}
}
