package dev.tollgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LeftoverTests {

    private final List<ProcessHandle> stopped = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void isNothingWithoutAFile(CapturedOutput output) {
        leftover("java").end(stopped::add);

        assertThat(stopped).isEmpty();
        assertThat(output).isEmpty();
    }

    @Test
    void isStoppedAndForgotten(CapturedOutput output) throws IOException {
        remember(Long.toString(ProcessHandle.current().pid()));

        leftover("java").end(stopped::add);

        assertThat(stopped).containsExactly(ProcessHandle.current());
        assertThat(output).contains("Server (process ", "still runs from a Tollgate that was killed");
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void isLeftAloneWhenItIsAnotherProgram(CapturedOutput output) throws IOException {
        remember(Long.toString(ProcessHandle.current().pid()));

        leftover("postgres").end(stopped::add);

        assertThat(stopped).isEmpty();
        assertThat(output).contains("Server did not stop in order the last time");
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void isNobodyWhenItsFileWasCutShort() throws IOException {
        remember("12x");

        assertThat(leftover("java").running()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isNobodyWhenItHasEndedAndNobodyReapedIt() throws IOException {
        Path script = Files.writeString(folder.resolve("zombie.sh"), "sh -c 'exit 0' & echo $!; exec sleep 600\n");
        Process parent = new ProcessBuilder("sh", script.toString()).start();
        try (var lines = parent.inputReader()) {
            String child = lines.readLine();
            remember(child);
            ProcessHandle zombie = ProcessHandle.of(Long.parseLong(child)).orElse(parent.toHandle());

            assertThat(leftover("sh").awaitEnd(zombie, Duration.ofMinutes(1))).isTrue();
            assertThat(leftover("sh").running()).isEmpty();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void isNotWaitedForLongerThanAsked() throws IOException {
        remember(Long.toString(ProcessHandle.current().pid()));

        assertThat(leftover("java").awaitEnd(ProcessHandle.current(), Duration.ofMillis(50)))
                .isFalse();
    }

    private Leftover leftover(String program) {
        return new Leftover("Server", program, pidFile());
    }

    private Path pidFile() {
        return folder.resolve("server.pid");
    }

    private void remember(String pid) throws IOException {
        Files.writeString(pidFile(), pid + "\nmore\n");
    }
}
