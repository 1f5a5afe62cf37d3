package dev.tollgate.graphql.web;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.http.Problem;
import dev.tollgate.http.ProblemStatus;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** A request that is refused before any GraphQL in it is executed. */
final class RefusedRequest extends RuntimeException {

    private final HttpStatus status;
    private final transient Problem problem;
    private final HttpHeaders headers = new HttpHeaders();

    private RefusedRequest(HttpStatus status, Problem problem) {
        super(problem.message());
        this.status = status;
        this.problem = problem;
    }

    static RefusedRequest of(HttpStatus status, ErrorCode code, String message) {
        return new RefusedRequest(status, Problem.of(code, message));
    }

    /** It could not be executed at all. */
    static RefusedRequest failed(Problem problem) {
        return new RefusedRequest(ProblemStatus.of(problem.code()), problem);
    }

    /** Nobody is known to be asking. */
    static RefusedRequest unauthenticated() {
        RefusedRequest refused =
                of(HttpStatus.UNAUTHORIZED, ErrorCode.UNAUTHENTICATED, "An API key or a session is needed.");
        refused.headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return refused;
    }

    /** Only these methods do what was asked for. */
    static RefusedRequest methodNotAllowed(String message, HttpMethod... allowed) {
        RefusedRequest refused = of(HttpStatus.METHOD_NOT_ALLOWED, ErrorCode.BAD_USER_INPUT, message);
        refused.headers.setAllow(Set.of(allowed));
        return refused;
    }

    HttpStatus status() {
        return status;
    }

    Problem problem() {
        return problem;
    }

    HttpHeaders headers() {
        return headers;
    }
}
