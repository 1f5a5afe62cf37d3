package dev.tollgate.http;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every failure of an HTTP controller as {@code application/problem+json}. */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> handle(Exception failure) {
        return switch (failure) {
            // Whoever asked is gone: nobody reads an answer, and nothing here is at fault. Told by these types alone: a
            // pipe to the
            // database can break too, and no answer would then be taken for 200.
            case ClientAbortException _, AsyncRequestNotUsableException _ -> null;
            case BindException invalid -> ProblemDetails.answer(Problems.of(invalid));
            case ErrorResponse refused -> refused(refused);
            case HttpMessageNotReadableException _ ->
                ProblemDetails.answer(Problem.badInput(null, "The request body cannot be read."));
            default -> ProblemDetails.answer(Problems.of(failure));
        };
    }

    /** What Spring itself refuses, or a controller with a status of its own: the status stays, the code follows from it. */
    private static ResponseEntity<ProblemDetail> refused(ErrorResponse refused) {
        String detail = refused.getBody().getDetail();
        Problem problem = Problem.of(ProblemStatus.code(refused.getStatusCode()), detail == null ? "" : detail);
        return ProblemDetails.answer(problem, refused.getStatusCode(), refused.getHeaders());
    }
}
