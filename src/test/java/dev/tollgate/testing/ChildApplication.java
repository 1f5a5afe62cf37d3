package dev.tollgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The application as a process of its own, which can be killed. */
public final class ChildApplication implements AutoCloseable {

    /** An owner key that every child accepts. */
    public static final String KEY = "tg_child0000000000000000000000000000000000";

    /** The option of a JVM that is to be ready soon rather than fast later. */
    public static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Pattern READY = Pattern.compile("Tollgate is ready: http://localhost:(\\d+)");

    private final Process process;
    private final Path log;
    private URI url = URI.create("http://127.0.0.1");

    private ChildApplication(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the application with settings as environment variables, and waits until it is ready. It listens on a free port and
     * takes {@link #KEY}.
     */
    public static ChildApplication start(Map<String, String> settings, String... jvmOptions) {
        return start(settings, List.of(jvmOptions), List.of(), Patience.LIMIT);
    }

    /** The same with arguments of the application, and another bound on the time until it is ready. */
    public static ChildApplication start(
            Map<String, String> settings, List<String> jvmOptions, List<String> arguments, Duration patience) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "children")), "child", ".log");
            ProcessBuilder builder = new ProcessBuilder(command(jvmOptions, arguments));
            builder.environment().keySet().removeIf(name -> name.startsWith("TOLLGATE_"));
            builder.environment().put("TOLLGATE_DEMO", "false");
            builder.environment().put("TOLLGATE_BOOTSTRAP_KEY", KEY);
            builder.environment().putAll(settings);
            builder.environment().put("TOLLGATE_PORT", "0");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ChildApplication child = new ChildApplication(process, log);
            child.awaitReady(patience);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings for a database and the shared Redis. */
    public static Map<String, String> on(String databaseUrl) {
        return on(databaseUrl, TestServers.redisUrl());
    }

    /** Settings for a database and a Redis. */
    public static Map<String, String> on(String databaseUrl, String redisUrl) {
        return Map.of(
                "TOLLGATE_DATABASE_URL",
                databaseUrl,
                "TOLLGATE_DATABASE_USERNAME",
                "postgres",
                "TOLLGATE_REDIS_URL",
                redisUrl);
    }

    private static List<String> command(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.tollgate.TollgateApplication");
        command.addAll(arguments);
        return command;
    }

    /** Where it listens. */
    public URI url(String path) {
        return url.resolve(path);
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as a crash does: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it in order, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitReady(Duration patience) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !process.isAlive() || (hasSaidWhere() && isReady(http)));
        } catch (ConditionTimeoutException e) {
            kill();
            throw new IllegalStateException("the application is not ready after " + patience + ":\n" + output(), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("the application ended with " + process.exitValue() + ":\n" + output());
        }
    }

    private boolean hasSaidWhere() {
        Matcher ready = READY.matcher(output());
        boolean said = ready.find();
        if (said) {
            url = URI.create("http://127.0.0.1:" + ready.group(1));
        }
        return said;
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        HttpRequest readiness =
                HttpRequest.newBuilder(url("/actuator/health/readiness")).build();
        try {
            return http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it has printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
