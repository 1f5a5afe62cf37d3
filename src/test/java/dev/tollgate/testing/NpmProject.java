package dev.tollgate.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with a {@code package.json}, whose dependencies npm brings once. */
public final class NpmProject {

    private final Path folder;

    /** The project in the folder. */
    public NpmProject(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Runs one of the project's scripts and fails with its output unless it succeeds. */
    public void run(String script, Map<String, String> environment) {
        install();
        start(List.of("npm", "run", "--silent", script), environment);
    }

    /** Brings what the lock file names, unless it is there. */
    public synchronized void install() {
        Path lock = folder.resolve("package-lock.json");
        Path installed = folder.resolve("node_modules").resolve(".package-lock.json");
        try {
            if (!Files.exists(installed)
                    || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
                start(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
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
