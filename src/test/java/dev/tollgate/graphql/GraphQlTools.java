package dev.tollgate.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the checkers of {@code src/test/graphql-tools}, which npm brings once. */
public final class GraphQlTools {

    private static final Path FOLDER = Path.of("src", "test", "graphql-tools");
    private static final Path LOCK = FOLDER.resolve("package-lock.json");
    private static final Path INSTALLED = FOLDER.resolve("node_modules").resolve(".package-lock.json");

    private GraphQlTools() {}

    /** Runs one of the project's scripts and fails with its output unless it succeeds. */
    public static void run(String script, Map<String, String> environment) {
        install();
        start(List.of("npm", "run", "--silent", script), environment);
    }

    private static synchronized void install() {
        try {
            if (!Files.exists(INSTALLED)
                    || Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(LOCK)) < 0) {
                start(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (IOException e) {
            throw new AssertionError("Node.js is needed: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
