package dev.tollgate.embedded;

import dev.tollgate.core.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL as a process of its own: it outlives a killed application, and the next start takes its data over in order. */
final class PostgresServer implements AutoCloseable {

    static final String OWNER = "tollgate";

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    private final Path programs;
    private final Path data;
    private final Path logFile;
    private final String password;
    private final int port;

    private PostgresServer(Path folder, String password) {
        this.programs = PostgresBinaries.unpackInto(folder).resolve("bin");
        this.data = folder.resolve("data");
        this.logFile = folder.resolve("postgres.log");
        this.password = password;
        this.port = LoopbackPort.free();
    }

    /** Starts on a free port of the loopback interface and returns when connections are taken. */
    static PostgresServer start(Path folder, String password, Map<String, String> settings) {
        PostgresServer server = new PostgresServer(folder, password);
        server.stopLeftover();
        server.createDataOnce();
        server.launch(settings);
        return server;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** A clean shutdown: open connections are ended, what is committed is safe. */
    @Override
    public void close() {
        stop();
        log.info("PostgreSQL has stopped");
    }

    private void stopLeftover() {
        new Leftover("PostgreSQL", "postgres", data.resolve("postmaster.pid")).end(process -> stop());
    }

    private void createDataOnce() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        log.info("Creating the database in {} (once)", data);
        Path draft = data.resolveSibling("creating");
        Path passwordFile = data.resolveSibling("creating.password");
        try {
            FolderTree.delete(draft);
            OwnerOnly.write(passwordFile, password);
            ServerCommand.run(programs.resolve("initdb"), createArguments(draft, passwordFile));
            Files.delete(passwordFile);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new UncheckedIOException("the database could not be created in " + data, e);
        } catch (FailedCommandException e) {
            throw new SettingException(
                    "TOLLGATE_DATA_DIR: a database cannot be created in %s: %s.".formatted(data, e.reason()), e);
        }
    }

    private static List<String> createArguments(Path target, Path passwordFile) {
        return List.of(
                "--pgdata=" + target,
                "--username=" + OWNER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    private void launch(Map<String, String> settings) {
        try {
            OwnerOnly.write(data.resolve("postgresql.conf"), PostgresSettings.render(port, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            control("start", "-t", "300", "-l", logFile.toString());
        } catch (FailedCommandException e) {
            throw new SettingException(
                    "TOLLGATE_DATA_DIR: PostgreSQL does not start on the data in %s; its log is %s."
                            .formatted(data, logFile),
                    e);
        }
        log.info("PostgreSQL listens on 127.0.0.1:{}", port);
    }

    private void stop() {
        try {
            control("stop", "-t", "120", "-m", "fast");
        } catch (FailedCommandException e) {
            // Nothing is lost by it: what is committed is in the write-ahead log, which the next start reads.
            log.warn("PostgreSQL does not stop in order ({}): ending it at once", e.reason());
            control("stop", "-t", "60", "-m", "immediate");
        }
    }

    private void control(String action, String... arguments) {
        List<String> command = new ArrayList<>(List.of(action, "-w", "-s", "-D", data.toString()));
        command.addAll(List.of(arguments));
        ServerCommand.run(programs.resolve("pg_ctl"), command);
    }
}
