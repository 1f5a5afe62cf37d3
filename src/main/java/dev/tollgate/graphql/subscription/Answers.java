package dev.tollgate.graphql.subscription;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.CodedError;
import dev.tollgate.graphql.request.Json;
import dev.tollgate.http.Problems;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.stereotype.Component;

/** Answers and errors in JSON. */
@Component
class Answers {

    private final Json json;

    Answers(Json json) {
        this.json = json;
    }

    byte[] answer(ExecutionResult result) {
        return json.write(result.toSpecification());
    }

    byte[] errors(List<GraphQLError> errors) {
        return json.write(errors.stream().map(GraphQLError::toSpecification).toList());
    }

    SubscriptionRefused refused(List<GraphQLError> errors) {
        boolean passing = errors.stream()
                .anyMatch(error -> error instanceof CodedError coded && coded.code() == ErrorCode.UNAVAILABLE);
        return new SubscriptionRefused(errors(errors), passing);
    }

    /** What a failure is to clients. */
    SubscriptionRefused refused(Throwable failure) {
        Throwable cause = failure instanceof SubscriptionPublisherException ? failure.getCause() : null;
        return refused(List.of(CodedError.of(Problems.of(cause == null ? failure : cause))));
    }

    SubscriptionRefused refused(ErrorCode code, String message) {
        return refused(ProblemException.of(code, message));
    }
}
