package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How long the second start takes with the embedded servers, from the process to ready, with the compiler option that {@code
 * mvn spring-boot:run} gives the JVM.
 */
final class StartBench {

    private StartBench() {}

    static List<Row> run() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-data");
            Map<String, String> settings =
                    Map.of("TOLLGATE_DATA_DIR", data.toAbsolutePath().toString());
            double first = secondsToReady(settings);
            double second = secondsToReady(settings);
            return List.of(Row.atMost(
                    "second start to ready, embedded, seconds",
                    second,
                    8,
                    "the first one, without demo data: %.1f s".formatted(first)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double secondsToReady(Map<String, String> settings) {
        long start = System.nanoTime();
        try (ChildApplication _ = ChildApplication.start(settings, ChildApplication.QUICK_START)) {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
