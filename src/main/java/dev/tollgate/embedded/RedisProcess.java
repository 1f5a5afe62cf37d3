package dev.tollgate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/** Redis as a process of its own, with its data in an append-only file. */
final class RedisProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        redis.process().end(RedisProcess::end);
        redis.launch();
        new RedisProbe(redis.port, password).awaitReady(PATIENCE);
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
        process().running().ifPresent(RedisProcess::end);
        log.info("Redis has stopped");
    }

    private void launch() {
        Path configuration = folder.resolve("redis.conf");
        try {
            OwnerOnly.write(configuration, RedisSettings.render(port, password, folder, pidFile()));
            Process process = new ProcessBuilder(program().toString(), configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
            if (!RedisSettings.DAEMONIZE) {
                Files.writeString(pidFile(), Long.toString(process.pid()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started in " + folder, e);
        }
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

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            log.warn("Redis (process {}) does not stop: ending it by force", process.pid());
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
