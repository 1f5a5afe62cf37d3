package dev.tollgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The benchmark's side of a {@link ReceiverMain}. */
final class Receiver implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    /** Returns once all have been told something. */
    Receiver(int port, List<Subscription> subscriptions) {
        try {
            Path plan = Files.createTempFile(Files.createDirectories(Path.of("target", "children")), "plan", ".txt");
            Files.write(plan, subscriptions.stream().map(Subscription::line).toList());
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReceiverMain.class.getName(),
                            Integer.toString(port),
                            plan.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        answer();
    }

    ReceiverCount count() {
        ReceiverCount count = ReceiverCount.parse(ask("count"));
        if (count.failed() > 0) {
            throw new IllegalStateException(count.failed() + " subscriptions failed");
        }
        return count;
    }

    /** Writes down what arrives from now on, in the form of {@link TickLog}. */
    void log(Path file) {
        ask("log " + file.toAbsolutePath());
    }

    void endLog() {
        ask("end");
    }

    private String ask(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    private String answer() {
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the receiver has ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
