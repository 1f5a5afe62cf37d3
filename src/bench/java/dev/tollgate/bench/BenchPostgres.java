package dev.tollgate.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL for benchmarks: as durable as in production, with the memory the figures in the documentation name. */
final class BenchPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final SingleConnectionDataSource owner;

    BenchPostgres() {
        this(Map.of());
    }

    BenchPostgres(Map<String, String> settings) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target", "test-servers").toAbsolutePath().toFile())
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("unix_socket_directories", "");
            settings.forEach(builder::setServerConfig);
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        owner = new SingleConnectionDataSource(url(), "postgres", "", true);
    }

    String url() {
        return url("postgres");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    void create(String database) {
        sql().execute("CREATE DATABASE " + database);
    }

    /** A connection per statement, as the owner. */
    DSLContext sql(String database) {
        return DSL.using(new DriverManagerDataSource(url(database), "postgres", ""), SQLDialect.POSTGRES);
    }

    /** The owner's one connection, past row level security. */
    DSLContext sql() {
        return DSL.using(owner, SQLDialect.POSTGRES);
    }

    DataSource dataSource() {
        return owner;
    }

    @Override
    public void close() {
        owner.destroy();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
