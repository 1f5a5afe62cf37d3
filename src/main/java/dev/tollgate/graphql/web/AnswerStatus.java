package dev.tollgate.graphql.web;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.graphql.CodedError;
import dev.tollgate.http.ProblemStatus;
import graphql.ExecutionResult;
import java.util.Optional;
import java.util.Set;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;

/**
 * The status of an answer. With {@code application/json} it is 200 whenever there is an answer at all. With the
 * specification's own media type an answer that holds no data has the status of its first error; one that holds null, because
 * the operation failed as a whole, has it only where the client should wait and try again.
 */
final class AnswerStatus {

    private static final Set<ErrorCode> PASSING = Set.of(ErrorCode.UNAVAILABLE, ErrorCode.RATE_LIMITED);

    private AnswerStatus() {}

    static HttpStatus of(ResponseFormat format, WebGraphQlResponse response) {
        if (format == ResponseFormat.JSON) {
            return HttpStatus.OK;
        }
        return failure(response.getExecutionResult())
                .map(failure -> ProblemStatus.of(failure.code()))
                .orElse(HttpStatus.OK);
    }

    /** The seconds to wait before trying again, when the operation failed as a whole and that would help. */
    static Optional<String> retryAfter(WebGraphQlResponse response) {
        return failure(response.getExecutionResult())
                .map(failure -> failure.getExtensions().get("retryAfterSeconds"))
                .map(Object::toString);
    }

    private static Optional<CodedError> failure(ExecutionResult result) {
        return result.getErrors().stream()
                .findFirst()
                .filter(CodedError.class::isInstance)
                .map(CodedError.class::cast)
                .filter(error ->
                        !result.isDataPresent() || (result.getData() == null && PASSING.contains(error.code())));
    }
}
