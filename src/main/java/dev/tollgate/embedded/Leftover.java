package dev.tollgate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server found by its process id file: after a start, what a killed application has left running.
 *
 * @param name the server's name, shown to people
 * @param program a part of its program's name, to tell it from a stranger that got its process id since
 * @param pidFile the file whose first line is its process id
 */
record Leftover(String name, String program, Path pidFile) {

    private static final Logger log = LoggerFactory.getLogger(Leftover.class);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Ends the server, if it runs, and forgets its process id. */
    void end(Consumer<ProcessHandle> stop) {
        if (!Files.exists(pidFile)) {
            return;
        }
        running()
                .ifPresentOrElse(
                        process -> {
                            log.warn(
                                    "{} (process {}) still runs from a Tollgate that was killed: stopping it, its data stays",
                                    name,
                                    process.pid());
                            stop.accept(process);
                        },
                        () -> log.warn("{} did not stop in order the last time: it recovers its data now", name));
        forget();
    }

    /** The server's process, if it runs. */
    Optional<ProcessHandle> running() {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(this::isOurs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Waits until the process has ended; false when it has not for so long. One that nobody reaps has ended, too. */
    boolean awaitEnd(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isOurs(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    /** A process of this user that runs tells its program. One that does not is another user's, or has ended. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().contains(program))
                .orElse(false);
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
