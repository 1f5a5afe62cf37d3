package dev.tollgate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own that can be killed, and started again on the same data and port. */
public final class KillablePostgres implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    /** Keeps its data in the folder. */
    public KillablePostgres(Path folder) {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its JDBC URL; the owner is {@code postgres}, no password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Starts it; after a kill its processes may need a moment to be gone. */
    public void start() {
        Awaitility.await().ignoreExceptions().until(() -> {
            server = builder().start();
            return true;
        });
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "test-servers").toAbsolutePath().toFile())
                .setPGStartupWait(Patience.LIMIT)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setPort(port);
    }

    /** Kills it as a crash does, with all that it runs. */
    public void kill() {
        try {
            String pid =
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
            ProcessHandle postmaster =
                    ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            // Lets go of the folder, which the library keeps locked.
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Objects.requireNonNull(server).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
