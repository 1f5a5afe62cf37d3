package dev.tollgate.http;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/** Turns exceptions into problems. What nobody foresaw is logged with its stack trace and shown as a reference id only. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Problems() {}

    /** The problem that a failure is; never throws. */
    public static Problem of(Throwable failure) {
        return switch (unwrap(failure)) {
            case ProblemException problem -> Problem.of(problem);
            case AccessDeniedException _ -> Problem.of(ErrorCode.FORBIDDEN, "This is not allowed.");
            case AuthenticationException _ -> Problem.of(ErrorCode.UNAUTHENTICATED, "Valid credentials are needed.");
            case BindException invalid -> invalid(invalid);
            case ConstraintViolationException invalid -> invalid(invalid);
            case Throwable other when Outage.causes(other) -> unavailable(other);
            case Throwable other -> defect(other);
        };
    }

    /** A defect: logged with its stack trace under a new reference id, which is all that the problem tells. */
    public static Problem defect(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("Internal error {}", reference, failure);
        return new Problem(
                ErrorCode.INTERNAL, "Something went wrong here. Reference: " + reference, null, null, reference);
    }

    private static Problem unavailable(Throwable failure) {
        LOG.warn("A part is away: {}", failure.toString());
        String message = "A part that this needs is away or too slow; try again.";
        return new Problem(ErrorCode.UNAVAILABLE, message, null, RETRY_AFTER, null);
    }

    private static Problem invalid(BindException failure) {
        FieldError error = failure.getFieldError();
        String field = error == null ? null : error.getField();
        String message = error == null || error.isBindingFailure() ? null : error.getDefaultMessage();
        return Problem.badInput(field, message == null ? "The input is not valid." : message);
    }

    /** A method's own name begins the path of its parameters; callers know the field only. */
    private static Problem invalid(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .min((one, other) -> path(one).compareTo(path(other)))
                .map(violation -> Problem.badInput(field(violation), violation.getMessage()))
                .orElseGet(() -> Problem.badInput(null, "The input is not valid."));
    }

    private static @Nullable String field(ConstraintViolation<?> violation) {
        String path = path(violation);
        String field = violation.getExecutableParameters() == null ? path : path.substring(path.indexOf('.') + 1);
        return field.isEmpty() ? null : field;
    }

    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString();
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return switch (failure) {
            case CompletionException _,
                    ExecutionException _,
                    InvocationTargetException _,
                    UndeclaredThrowableException _
            when cause != null -> unwrap(cause);
            default -> failure;
        };
    }
}
