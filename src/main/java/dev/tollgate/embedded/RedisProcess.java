package dev.tollgate.embedded;

import dev.tollgate.core.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/** Redis as a process of its own, with its data in an append-only file. */
final class RedisProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisProcess.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final String password;
    private final int port;

    private RedisProcess(Path folder, String password) {
        this.folder = folder;
        this.password = password;
        this.port = LoopbackPort.free();
    }

    /** Starts on a free port of the loopback interface and returns when its data is loaded. */
    static RedisProcess start(Path folder, String password) {
        RedisProcess redis = new RedisProcess(folder, password);
        redis.process().end(redis::end);
        redis.launch();
        redis.awaitReady();
        log.info("Redis listens on 127.0.0.1:{}", redis.port);
        return redis;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** A clean shutdown: what was written is in its file. */
    @Override
    public void close() {
        process().running().ifPresent(this::end);
        log.info("Redis has stopped");
    }

    private void launch() {
        Path configuration = folder.resolve("redis.conf");
        try {
            OwnerOnly.write(configuration, RedisSettings.render(port, password, folder, pidFile()));
            Process process = new ProcessBuilder(program().toString(), configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(logFile().toFile())
                    .start();
            if (!RedisSettings.DAEMONIZE) {
                Files.writeString(pidFile(), Long.toString(process.pid()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started in " + folder, e);
        }
    }

    private void awaitReady() {
        if (!new RedisProbe(port, password).awaitReady(PATIENCE)) {
            throw new SettingException("TOLLGATE_DATA_DIR: Redis does not start on the data in %s; its log is %s."
                    .formatted(folder, logFile()));
        }
    }

    private Path logFile() {
        return folder.resolve("redis.log");
    }

    private Path program() throws IOException {
        Path programs = folder.resolve("bin");
        FolderTree.delete(programs);
        Files.createDirectories(programs);
        return ExecutableProvider.newJarResourceProvider(programs.toFile())
                .get()
                .toPath();
    }

    private Path pidFile() {
        return folder.resolve("redis.pid");
    }

    private Leftover process() {
        return new Leftover("Redis", "redis-server", pidFile());
    }

    private void end(ProcessHandle process) {
        process.destroy();
        if (!process().awaitEnd(process, PATIENCE)) {
            log.warn("Redis (process {}) does not stop: ending it by force", process.pid());
            process.destroyForcibly();
            process().awaitEnd(process, PATIENCE);
        }
    }
}
