package dev.tollgate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Real PostgreSQL and Redis, one of each for all tests of a JVM, started when first asked for and ended with the JVM. */
public final class TestServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServers() {}

    /** The JDBC URL of the database that the shared application context uses; the owner is {@code postgres}, no password. */
    public static String databaseUrl() {
        return Postgres.url("postgres");
    }

    /** The JDBC URL of a new, empty database on the same server. */
    public static String newDatabaseUrl() {
        String name = "fresh_" + DATABASES.incrementAndGet();
        try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Postgres.url(name);
    }

    /** The Redis URL, with no password. */
    public static String redisUrl() {
        return Redis.SERVER.url();
    }

    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        static String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database;
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(Path.of("target", "test-servers")
                                .toAbsolutePath()
                                .toFile())
                        .setPGStartupWait(Patience.LIMIT)
                        .setServerConfig("shared_buffers", "128MB")
                        .setServerConfig("unix_socket_directories", "")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Redis {

        static final StoppableRedis SERVER = new StoppableRedis();
    }
}
