package dev.tollgate.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The web client's browser tests, run by npm against an application.
 *
 * @param exitCode 0 when every test passed
 * @param output what the tests said
 */
record BrowserTests(int exitCode, String output) {

    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";

    /** Runs all of them as the person who signs in so; returns when they have ended. */
    static BrowserTests run(String url, String email, String password) throws InterruptedException {
        ProcessBuilder command = new ProcessBuilder(NPM, "run", "e2e", "--silent")
                .directory(Path.of("web-client").toFile())
                .redirectErrorStream(true);
        command.environment()
                .putAll(Map.of(
                        "TOLLGATE_URL", url,
                        "TOLLGATE_EMAIL", email,
                        "TOLLGATE_PASSWORD", password,
                        "NO_COLOR", "1"));
        try {
            Process process = command.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new BrowserTests(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("npm cannot be run: Node.js 20 or newer is needed", e);
        }
    }
}
