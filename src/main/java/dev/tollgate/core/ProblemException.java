package dev.tollgate.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure with a stable code and a message that may be shown to the caller: it holds no secret and no internals. */
public class ProblemException extends RuntimeException {

    private final ErrorCode code;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;

    /** A problem with a code, what is wrong, the input field at fault, and how long to wait before a retry. */
    public ProblemException(ErrorCode code, String message, @Nullable String field, @Nullable Duration retryAfter) {
        super(message);
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** A problem that names no field. */
    public static ProblemException of(ErrorCode code, String message) {
        return new ProblemException(code, message, null, null);
    }

    /** Wrong input, with the field at fault. */
    public static ProblemException badInput(String field, String message) {
        return new ProblemException(ErrorCode.BAD_USER_INPUT, message, field, null);
    }

    /** Wrong input, with the field at fault, and what found it out. */
    public static ProblemException badInput(String field, String message, @Nullable Throwable cause) {
        ProblemException problem = badInput(field, message);
        problem.initCause(cause);
        return problem;
    }

    /**
     * The same, about the field of another name that the caller knows; what is no wrong input stays as it is.
     *
     * @param field what the caller calls the value that was checked
     */
    public ProblemException about(String field) {
        return code == ErrorCode.BAD_USER_INPUT ? badInput(field, String.valueOf(getMessage()), this) : this;
    }

    /** A part is away, or too busy, for about so long. */
    public static ProblemException retryLater(ErrorCode code, String message, Duration retryAfter) {
        return new ProblemException(code, message, null, retryAfter);
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** The input field at fault; null when it is none. */
    public @Nullable String field() {
        return field;
    }

    /** How long to wait before a retry; null when a retry does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
