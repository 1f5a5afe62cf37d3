package dev.tollgate.ingest;

import org.jspecify.annotations.Nullable;

/** An event that can't be recorded, with the field at fault. Carries no stack trace: it is an answer, not a failure. */
final class InvalidEventException extends Exception {

    private final @Nullable String field;

    InvalidEventException(@Nullable String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    @Nullable
    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
