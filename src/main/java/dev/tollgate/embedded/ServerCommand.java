package dev.tollgate.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a server's own program to its end. */
final class ServerCommand {

    private ServerCommand() {}

    /** Runs the program; throws {@link FailedCommandException} with what it said when it fails. */
    static void run(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(program.toString());
        command.addAll(arguments);
        try {
            // A file, not a pipe: a server that the program leaves behind would keep a pipe open.
            Path output = Files.createTempFile("tollgate-", ".out");
            int code = start(command, output).waitFor();
            String said = Files.readString(output, Charset.defaultCharset()).strip();
            Files.delete(output);
            if (code != 0) {
                throw new FailedCommandException(program, said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program.getFileName() + " ran", e);
        }
    }

    private static Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root looks like an ordinary user to it. */
    private static List<String> asOrdinaryUser() {
        return LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of();
    }
}
