package dev.tollgate.access.web;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.http.Problem;
import dev.tollgate.http.ProblemStatus;
import dev.tollgate.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers a refused request in the form that its path speaks: GraphQL's errors there, problem details elsewhere. */
@Component
class Refusals {

    private static final String GRAPHQL = "/graphql";

    private final HandlerExceptionResolver failures;
    private final JsonMapper json;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures, JsonMapper json) {
        this.failures = failures;
        this.json = json;
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, ProblemException.of(ErrorCode.UNAUTHENTICATED, "An API key or a session is needed."));
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, ProblemException.of(ErrorCode.FORBIDDEN, "This is not allowed."));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) throws IOException {
        response.resetBuffer();
        if (failure instanceof ProblemException problem && problem.code() == ErrorCode.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (request.getServletPath().equals(GRAPHQL)) {
            write(response, Problems.of(failure));
        } else {
            failures.resolveException(request, response, null, failure);
        }
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        Long retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        response.setStatus(ProblemStatus.of(problem.code()).value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Map<String, String> extensions = Map.of("code", problem.code().name());
        Map<String, Object> error = Map.of("message", problem.message(), "extensions", extensions);
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("errors", List.of(error))));
    }
}
