package dev.tollgate.http;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be shown to the caller.
 *
 * @param code the stable code
 * @param message what is wrong, with no secret and no internals
 * @param field the input field at fault; null when it is none
 * @param retryAfter how long to wait before a retry; null when a retry does not help
 * @param reference the id under which the log tells more; null unless the code is INTERNAL
 */
public record Problem(
        ErrorCode code,
        String message,
        @Nullable String field,
        @Nullable Duration retryAfter,
        @Nullable String reference) {

    /** A problem that is nothing more than a code and a message. */
    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, null, null, null);
    }

    static Problem of(ProblemException failure) {
        return new Problem(failure.code(), message(failure), failure.field(), failure.retryAfter(), null);
    }

    static Problem badInput(@Nullable String field, String message) {
        return new Problem(ErrorCode.BAD_USER_INPUT, message, field, null, null);
    }

    /** Whole seconds to wait, at least 1, as the header {@code Retry-After} wants them; null when a retry does not help. */
    public @Nullable Long retryAfterSeconds() {
        return retryAfter == null
                ? null
                : Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : message;
    }
}
