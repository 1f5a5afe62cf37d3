package dev.tollgate.embedded;

import java.nio.file.Path;

/** A server's own program has failed, and has said why. */
final class FailedCommandException extends RuntimeException {

    private final String said;

    FailedCommandException(Path program, String said) {
        super(program.getFileName() + " failed: " + said);
        this.said = said;
    }

    /** The line of what it said that tells why. */
    String reason() {
        return said.lines()
                .filter(line -> line.contains("error:"))
                .findFirst()
                .or(() -> said.lines().findFirst())
                .orElse("it did not say why");
    }
}
