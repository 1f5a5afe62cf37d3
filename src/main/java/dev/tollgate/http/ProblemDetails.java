package dev.tollgate.http;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Writes problems as RFC 9457 has them, with the members {@code code}, {@code field}, and {@code reference} beside its own. */
public final class ProblemDetails {

    private static final String TYPE = "urn:tollgate:problem:";

    private ProblemDetails() {}

    /** The answer to a request that ended in the problem, with the status of its code and {@code Retry-After} where it helps. */
    public static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return answer(problem, ProblemStatus.of(problem.code()), HttpHeaders.EMPTY);
    }

    static ResponseEntity<ProblemDetail> answer(Problem problem, HttpStatusCode status, HttpHeaders headers) {
        Long seconds = problem.retryAfterSeconds();
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(more -> {
                    if (seconds != null) {
                        more.set(HttpHeaders.RETRY_AFTER, seconds.toString());
                    }
                })
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(problem, status));
    }

    private static ProblemDetail detail(Problem problem, HttpStatusCode status) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, problem.message());
        detail.setType(
                URI.create(TYPE + problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (status instanceof HttpStatus known) {
            detail.setTitle(known.getReasonPhrase());
        }
        detail.setProperty("code", problem.code().name());
        if (problem.field() != null) {
            detail.setProperty("field", problem.field());
        }
        if (problem.reference() != null) {
            detail.setProperty("reference", problem.reference());
        }
        return detail;
    }
}
