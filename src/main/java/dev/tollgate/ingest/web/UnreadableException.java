package dev.tollgate.ingest.web;

import dev.tollgate.ingest.Submitted;
import org.jspecify.annotations.Nullable;

/** A value that is not what its field takes. Carries no stack trace: it is an answer, not a failure. */
final class UnreadableException extends Exception {

    private final @Nullable String field;

    UnreadableException(@Nullable String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    Submitted.Malformed malformed() {
        return new Submitted.Malformed(field, String.valueOf(getMessage()));
    }
}
